using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Checks.Theses;

/// <summary>Shows a document that was put together here as the checks look at any thesis.</summary>
public static class DocumentView
{
    /// <summary>The body, chapter by chapter; roles are the outline's.</summary>
    public static CheckedThesis Of(Manuscript manuscript, ThesisDocument document)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        ArgumentNullException.ThrowIfNull(document);
        Dictionary<string, string> roles = manuscript.Outline.Sections.DistinctBy(section => section.Id).ToDictionary(section => section.Id, section => section.Role, StringComparer.Ordinal);
        CheckedSection[] sections =
        [
            .. document.Abbreviations.Take(1).Select(_ => new CheckedSection(2, null, DocumentWords.For(document.Language).Abbreviations, PartRoles.Apparatus, null,
                [.. document.Abbreviations.Select(abbreviation => new CheckedParagraph($"{abbreviation.ShortForm} {abbreviation.LongForm}", null, ParagraphForm.Item, [], []))])),
            .. document.Chapters.SelectMany(chapter => chapter.Sections
                .Select(section => new CheckedSection(3, section.Number, section.Title, roles.GetValueOrDefault(section.Id, PartRoles.Body), null, [.. section.Blocks.SelectMany(Paragraphs)]))
                .Prepend(new CheckedSection(2, $"{chapter.Number}", chapter.Title, PartRoles.Of(chapter.Title) ?? PartRoles.Body, null, [.. chapter.Opening.SelectMany(Paragraphs)]))),
        ];
        return new CheckedThesis(document.Title, document.Language, sections, new HashSet<string>(StringComparer.Ordinal), document.References.DistinctBy(reference => reference.Entry.Key).ToDictionary(reference => reference.Entry.Key, reference => reference.Entry["title"] ?? reference.Entry.Key, StringComparer.Ordinal))
        {
            Questions = manuscript.Spec.ResearchQuestions,
        };
    }

    private static IEnumerable<CheckedParagraph> Paragraphs(Block block) => block.Items.Select(item => new CheckedParagraph(
        string.Join(' ', new Block(ParagraphKind.Text, [item]).PlainText().Replace(" .", ".", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        null,
        block.Kind switch { ParagraphKind.Text => ParagraphForm.Text, ParagraphKind.Table or ParagraphKind.Figure => ParagraphForm.Caption, _ => ParagraphForm.Item },
        [.. item.Where(inline => inline is { Kind: InlineKind.Citation, Target: not null }).Select(inline => new CheckedCitation(inline.Target!, null))],
        []));
}
