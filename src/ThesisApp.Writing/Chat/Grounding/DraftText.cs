using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Chat.Evidence;

namespace ThesisApp.Writing.Chat.Grounding;

/// <summary>Writes a draft as the model wrote it, for its revision.</summary>
internal static class DraftText
{
    /// <summary>The text with its citations in Pandoc's form.</summary>
    public static string Of(IReadOnlyList<Paragraph> paragraphs, EvidenceSet evidence) =>
        string.Join("\n\n", paragraphs.Select(paragraph => Of(paragraph, evidence)));

    private static string Of(Paragraph paragraph, EvidenceSet evidence)
    {
        string[] sentences = [.. paragraph.Sentences.Select(sentence => Of(sentence, evidence))];
        return paragraph.Kind switch
        {
            ParagraphKind.Bulleted => string.Join('\n', sentences.Select(sentence => $"- {sentence}")),
            ParagraphKind.Numbered => string.Join('\n', sentences.Select((sentence, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {sentence}"))),
            _ => string.Join(' ', sentences),
        };
    }

    private static string Of(Sentence sentence, EvidenceSet evidence)
    {
        string text = Fence.Defuse(sentence.Text);
        string[] cited =
        [
            .. sentence.Citations.Select(citation => (evidence.LocatorOf(citation) ?? citation.Locator) is { } locator ? $"@{citation.Key}, {locator}" : $"@{citation.Key}")
                .Distinct(StringComparer.Ordinal),
        ];
        if (cited.Length == 0)
        {
            return text;
        }

        int stop = text.Length;
        while (stop > 0 && text[stop - 1] is '.' or '!' or '?')
        {
            stop--;
        }

        return $"{text[..stop]} [{Fence.Defuse(string.Join("; ", cited))}]{text[stop..]}";
    }
}
