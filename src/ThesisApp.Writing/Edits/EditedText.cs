using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;

namespace ThesisApp.Writing.Edits;

/// <summary>Reads a person's Markdown: for each sentence what it says and cites, and the stretch of the text that it is, so that the stretches together are the text again.</summary>
internal static partial class EditedText
{
    /// <summary>Reads a text. A citation of a place that there is not has no passage.</summary>
    public static IReadOnlyList<Paragraph> Parse(string text, EvidenceSet evidence)
    {
        List<Paragraph> paragraphs = [];
        foreach (string block in EmptyLines().Split(text).Where(block => !string.IsNullOrWhiteSpace(block)))
        {
            string[] lines = block.Trim('\n').Split('\n');
            Paragraph paragraph = lines.All(line => line.StartsWith("- ", StringComparison.Ordinal)) ? List(ParagraphKind.Bulleted, lines.Select(line => line[2..]), evidence)
                : lines.Select((line, i) => line.StartsWith(Number(i), StringComparison.Ordinal)).All(numbered => numbered) ? List(ParagraphKind.Numbered, lines.Select((line, i) => line[Number(i).Length..]), evidence)
                : new Paragraph(ParagraphKind.Text, Sentences(block.Trim('\n').TrimEnd(), evidence));
            if (paragraph.Sentences.Count > 0)
            {
                paragraphs.Add(paragraph);
            }
        }

        return paragraphs;
    }

    // A list's entry is one sentence to the document.
    private static Paragraph List(ParagraphKind kind, IEnumerable<string> items, EvidenceSet evidence)
    {
        List<Sentence> sentences = [];
        foreach (string item in items)
        {
            List<string> groups = [];
            sentences.Add(Read(Mark(item, groups), groups, evidence));
        }

        return new Paragraph(kind, sentences);
    }

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}. ");

    private static List<Sentence> Sentences(string block, EvidenceSet evidence)
    {
        List<string> groups = [];
        string marked = Mark(block, groups);
        string folded = string.Join(' ', marked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        List<string> stretches = [];
        int at = 0;
        foreach (string sentence in Quotations.Join(SentenceSplitter.Split(folded)))
        {
            // The splitter changes white space alone: so many characters that are none belong to the sentence.
            int start = at;
            for (int left = sentence.Count(c => !char.IsWhiteSpace(c)); left > 0 && at < marked.Length; at++)
            {
                left -= char.IsWhiteSpace(marked[at]) ? 0 : 1;
            }

            stretches.Add(marked[start..at]);
        }

        if (at < marked.Length)
        {
            stretches.Add(marked[at..]);
        }

        return [.. Joined(stretches).Select(stretch => Read(stretch, groups, evidence))];
    }

    // A citation behind a full stop belongs to the sentence before it, and so does what says nothing.
    private static List<string> Joined(List<string> stretches)
    {
        List<string> joined = [];
        foreach (string stretch in stretches)
        {
            string rest = stretch;
            if (joined.Count > 0 && LeadingPlaces().Match(stretch) is { Success: true } leading)
            {
                joined[^1] += leading.Value;
                rest = stretch[leading.Length..];
            }

            if (joined.Count > 0 && !Places().Replace(rest, string.Empty).Any(char.IsLetterOrDigit))
            {
                joined[^1] += rest;
            }
            else
            {
                joined.Add(rest);
            }
        }

        return joined;
    }

    private static string Mark(string text, List<string> groups) => Group().Replace(text, match =>
    {
        groups.Add(match.Groups[1].Value);
        return string.Create(CultureInfo.InvariantCulture, $"{Verbatim.Open}{groups.Count - 1}{Verbatim.Close}");
    });

    private static Sentence Read(string stretch, List<string> groups, EvidenceSet evidence)
    {
        List<IReadOnlyList<Citation>> cited = [];
        string own = Places().Replace(stretch, match =>
        {
            cited.Add([.. Citations(groups[int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)], evidence)]);
            return string.Create(CultureInfo.InvariantCulture, $"{Verbatim.Open}{cited.Count - 1}{Verbatim.Close}");
        });
        return new Sentence(Plain(own), [.. cited.SelectMany(group => group).Distinct()], []) { Verbatim = new Verbatim(own, cited) };
    }

    // What is said, for the checks and for others: without citations, emphasis and backslashes.
    private static string Plain(string stretch)
    {
        string text = Backslash().Replace(Emphasis().Replace(Places().Replace(stretch, string.Empty), "$2"), "$1");
        return SpaceBeforeStop().Replace(string.Join(' ', Folded.Visible(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "$1");
    }

    private static IEnumerable<Citation> Citations(string group, EvidenceSet evidence)
    {
        foreach (string one in group.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Match parts = One().Match(one);
            string key = parts.Groups[1].Value;
            string locator = string.Join(' ', parts.Groups[2].Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            IReadOnlyList<EvidenceItem> found = locator.Length == 0 ? [] : evidence.Find(key, locator);
            if (found.Count == 0)
            {
                yield return evidence.Whole(key, locator) ?? Lost(key, locator);
            }

            // A page may hold several passages: each of them may be what is meant.
            foreach (EvidenceItem item in found.DistinctBy(item => item.PassageId))
            {
                yield return new Citation(item.Key, item.PassageId, item.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null);
            }
        }
    }

    // Without a place it would pass for one of the whole work.
    private static Citation Lost(string key, string locator)
    {
        Citation lost = LostCitation.Of(key, locator);
        return lost with { Locator = lost.Locator ?? "unknown place" };
    }

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex EmptyLines();

    [GeneratedRegex(@"(?<!\\)\[([^\[\]@]*(?<![\p{L}\p{N}])@[^\[\]]+)\]")]
    private static partial Regex Group();

    [GeneratedRegex(@"\uE000(\d+)\uE001")]
    private static partial Regex Places();

    [GeneratedRegex(@"\A(?:\s*\uE000\d+\uE001)+")]
    private static partial Regex LeadingPlaces();

    [GeneratedRegex(@"(?<!\\)(\*{1,3}|__|`)(?=\S)([^*_`\n]+?)(?<=\S)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])")]
    private static partial Regex Backslash();

    [GeneratedRegex(@" +([.,;:!?])")]
    private static partial Regex SpaceBeforeStop();

    [GeneratedRegex(@"^[^@]*@([^\s,;\]]+)(?:,\s*(.*))?$", RegexOptions.Singleline)]
    private static partial Regex One();
}
