using System.Globalization;
using System.Text;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Revisions;

/// <summary>Writes a section that agents wrote as Markdown for a person to edit: citations in Pandoc's form, places as <see cref="PassageLocators"/> names them.</summary>
public static class SectionMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(SectionDraft draft, PassageLocators locators)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(locators);
        return string.Join("\n\n", draft.Paragraphs.Select(paragraph => Of(paragraph, locators))) + "\n";
    }

    private static string Of(Paragraph paragraph, PassageLocators locators)
    {
        string[] sentences = [.. paragraph.Sentences.Select(sentence => Of(sentence, locators))];

        // No edited text may hold one, so whoever sends it back is told, and takes it out knowingly.
        if (paragraph.Table is { } table)
        {
            return string.Join('\n', [string.Join(' ', sentences) + "\n", Row(table.Header), "|" + string.Concat(table.Header.Select(_ => " --- |")), .. table.Rows.Select(Row)]);
        }

        if (paragraph.Figure is { } figure)
        {
            return $"![{string.Join(' ', sentences)}](<{figure.Path}>)";
        }

        return paragraph.Kind switch
        {
            ParagraphKind.Bulleted => string.Join('\n', sentences.Select(sentence => $"- {sentence}")),
            ParagraphKind.Numbered => string.Join('\n', sentences.Select((sentence, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {sentence}"))),
            _ => string.Join(' ', sentences),
        };
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => Escape(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private static string Of(Sentence sentence, PassageLocators locators)
    {
        string text = Escape(sentence.Text.Trim());
        string[] cited =
        [
            .. sentence.Citations.Select(citation => (citation.Locator ?? locators.Find(citation.PassageId)) is { } place ? $"@{citation.Key}, {place}" : $"@{citation.Key}")
                .Concat((sentence.Lost ?? []).Select(lost => $"@{lost}"))
                .Distinct(StringComparer.Ordinal),
        ];
        if (cited.Length == 0)
        {
            return text;
        }

        int stop = text.Length;
        while (stop > 0 && text[stop - 1] is '.' or '!' or '?' or '…')
        {
            stop--;
        }

        return $"{text[..stop]} [{string.Join("; ", cited)}]{text[stop..]}";
    }

    // What is plain text in a draft must not become markup when it comes back.
    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is '\\' or '*' or '`' or '[' or ']' or '<' || (text[i] == '_' && !IsInWord(text, i)) || (i == 0 && text[i] is '#' or '>' or '-' or '+' or '|'))
            {
                escaped.Append('\\');
            }

            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static bool IsInWord(string text, int at) => at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);
}
