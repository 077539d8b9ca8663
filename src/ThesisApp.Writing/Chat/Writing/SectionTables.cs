using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>
/// The tables and figures of a text that a model writes: those of its passages that stand under a heading which the text cites, just as the source has them, announced and captioned. A model never copies one, and a revision never sees them. A passage belongs to one section, so none stands twice.
/// </summary>
internal static class SectionTables
{
    /// <summary>The text with its tables and figures, each behind the last paragraph that cites its heading.</summary>
    /// <param name="text">The text, without them.</param>
    /// <param name="allotment">The section's passages.</param>
    /// <param name="language">The language to announce them in.</param>
    public static IReadOnlyList<Paragraph> Set(IReadOnlyList<Paragraph> text, SectionAllotment allotment, string language)
    {
        ILookup<(string, string?), Passage> headings = allotment.Passages.ToLookup(passage => (passage.SourceId, passage.Heading));
        Dictionary<string, Passage> passages = allotment.Passages.DistinctBy(passage => passage.Id).ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        Dictionary<(string, string?), int> last = [];
        for (int i = 0; i < text.Count; i++)
        {
            foreach (Citation citation in text[i].Sentences.SelectMany(sentence => sentence.Citations))
            {
                if (passages.TryGetValue(citation.PassageId, out Passage? cited) && headings[(cited.SourceId, cited.Heading)].Any(passage => !passage.IsProse))
                {
                    last[(cited.SourceId, cited.Heading)] = i;
                }
            }
        }

        SourceTablesSetter setter = new(allotment.Passages, Phrasebook.For(language), passage => new Citation(passage.SourceId, passage.Id, passage.Page is { } page ? FormattableString.Invariant($"p. {page}") : null));
        List<Paragraph> set = [];
        for (int i = 0; i < text.Count; i++)
        {
            set.Add(text[i]);
            foreach ((string, string?) heading in last.Where(entry => entry.Value == i).Select(entry => entry.Key).OrderBy(key => key.Item1, StringComparer.Ordinal).ThenBy(key => key.Item2, StringComparer.Ordinal))
            {
                // Announced behind a paragraph of text, and in a paragraph of its own behind a list or another of them.
                Paragraph before = set[^1].Kind == ParagraphKind.Text ? set[^1] : new Paragraph(ParagraphKind.Text, []);
                Paragraph[] follow = [.. setter.Follow(before, headings[heading].First())];
                if (follow.Length == 1)
                {
                    continue;
                }

                if (before.Sentences.Count > 0)
                {
                    set.RemoveAt(set.Count - 1);
                }

                set.AddRange(follow);
            }
        }

        return set;
    }

    /// <summary>The text without its tables and figures and what announces them.</summary>
    public static IReadOnlyList<Paragraph> Without(IReadOnlyList<Paragraph> text) =>
    [
        .. text.Where(paragraph => !paragraph.IsFloat)
            .Select(paragraph => paragraph with { Sentences = [.. paragraph.Sentences.Where(sentence => !TableMention.Passages(sentence.Text).Concat(FigureMention.Passages(sentence.Text)).Any())] })
            .Where(paragraph => paragraph.Sentences.Count > 0),
    ];
}
