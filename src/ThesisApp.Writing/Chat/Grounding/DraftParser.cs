using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Reads what a model wrote: paragraphs and lists, sentences, and their citations in Pandoc's form.</summary>
internal static partial class DraftParser
{
    // Of the private use area: no text has them.
    private const char Open = '\uE000';
    private const char Close = '\uE001';

    /// <summary>Reads a text. A citation of a place that was not given has no passage.</summary>
    public static IReadOnlyList<Paragraph> Parse(string text, EvidenceSet evidence)
    {
        List<Paragraph> paragraphs = [];
        foreach (string block in EmptyLine().Split(Clean(text)))
        {
            List<string> running = [];
            List<(ParagraphKind Kind, string Text)> items = [];
            foreach (string line in block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (line[0] == '#' || line.StartsWith("```", StringComparison.Ordinal))
                {
                    continue;
                }

                Match item = ListItem().Match(line);
                if (item.Success)
                {
                    items.Add((char.IsAsciiDigit(line[0]) ? ParagraphKind.Numbered : ParagraphKind.Bulleted, item.Groups[1].Value));
                }
                else if (items.Count > 0)
                {
                    items[^1] = (items[^1].Kind, $"{items[^1].Text} {line}");
                }
                else
                {
                    running.Add(line);
                }
            }

            if (running.Count > 0)
            {
                paragraphs.Add(new Paragraph(ParagraphKind.Text, [.. Sentences(string.Join(' ', running), evidence)]));
            }

            if (items.Count > 0)
            {
                // A list's entry is one sentence to the document.
                paragraphs.Add(new Paragraph(items[0].Kind, [.. items.SelectMany(item => Whole(item.Text, evidence))]));
            }
        }

        return [.. paragraphs.Where(paragraph => paragraph.Sentences.Count > 0)];
    }

    // Emphasis is not for a model to give, and braces name works and sections in our own texts.
    private static string Clean(string text) => Emphasis().Replace(Folded.Visible(text).ReplaceLineEndings("\n"), "$2")
        .Replace('{', '(').Replace('}', ')')
        .Replace(Open.ToString(), string.Empty, StringComparison.Ordinal).Replace(Close.ToString(), string.Empty, StringComparison.Ordinal);

    private static IEnumerable<Sentence> Sentences(string running, EvidenceSet evidence)
    {
        List<string> groups = [];
        string marked = Mark(running, groups);
        return Quotations.Join(SentenceSplitter.Split(string.Join(' ', marked.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
            .Select(sentence => Read(sentence, groups, evidence))
            .OfType<Sentence>();
    }

    private static IEnumerable<Sentence> Whole(string item, EvidenceSet evidence)
    {
        List<string> groups = [];
        return Read(Mark(item, groups), groups, evidence) is { } sentence ? [sentence] : [];
    }

    // Citations become marks without a stop in them, and those behind a full stop go before it and before what closes with it.
    private static string Mark(string text, List<string> groups)
    {
        string moved = Behind().Replace(text, " $2$1 ");
        return Group().Replace(moved, match =>
        {
            groups.Add(match.Groups[1].Value);
            return string.Create(CultureInfo.InvariantCulture, $"{Open}{groups.Count - 1}{Close}");
        });
    }

    private static Sentence? Read(string sentence, List<string> groups, EvidenceSet evidence)
    {
        List<Citation> citations = [];
        foreach (Match mark in MarkPattern().Matches(sentence))
        {
            citations.AddRange(Citations(groups[int.Parse(mark.Groups[1].Value, CultureInfo.InvariantCulture)], evidence));
        }

        string text = SpaceBeforeStop().Replace(string.Join(' ', MarkPattern().Replace(sentence, string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), "$1");
        return text.Any(char.IsLetterOrDigit) ? new Sentence(text, [.. citations.Distinct()], []) : null;
    }

    private static IEnumerable<Citation> Citations(string group, EvidenceSet evidence)
    {
        foreach (string one in group.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Match parts = One().Match(one);
            string key = parts.Groups[1].Value;
            string locator = parts.Groups[2].Value.Trim();
            IReadOnlyList<EvidenceItem> found = evidence.Find(key, locator);
            if (found.Count == 0)
            {
                yield return LostCitation.Of(key, locator);
            }

            // A page may hold several passages: each of them may be what is meant.
            foreach (EvidenceItem item in found.DistinctBy(item => item.PassageId))
            {
                yield return new Citation(item.Key, item.PassageId, item.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null);
            }
        }
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"^(?:[-*•]|\d{1,2}[.)])\s+(.+)$")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"(\*{1,3}|__)(?=\S)([^*_\n]+?)(?<=\S)\1")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"([.!?]+[""'”’)»]*)\s*((?:\[[^\[\]@]*(?<![\p{L}\p{N}])@[^\[\]]+\]\s*)+)(?:[.!?]+(?=\s|$))?")]
    private static partial Regex Behind();

    [GeneratedRegex(@"\[([^\[\]@]*(?<![\p{L}\p{N}])@[^\[\]]+)\]")]
    private static partial Regex Group();

    [GeneratedRegex(@"\uE000(\d+)\uE001")]
    private static partial Regex MarkPattern();

    [GeneratedRegex(@" +([.,;:!?])")]
    private static partial Regex SpaceBeforeStop();

    [GeneratedRegex(@"^[^@]*@([^\s,;\]]+)(?:,\s*(.*))?$")]
    private static partial Regex One();
}
