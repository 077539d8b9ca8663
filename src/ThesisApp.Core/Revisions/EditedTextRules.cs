using System.Text.RegularExpressions;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Revisions;

/// <summary>What a section may hold that a person has edited: paragraphs, lists, emphasis and citations, which every format can set.</summary>
public static partial class EditedTextRules
{
    /// <summary>Largest text of a section, in characters.</summary>
    public const int MostCharacters = 200_000;

    private const string Remedy = "Write paragraphs, lists ('- ' or '1. '), *emphasis* and citations ([@key, p. 12]).";

    /// <summary>The text without what no reader sees: line feeds as line ends, no empty lines before and after it.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Besides what exporters use for marks of their own: nobody means to write that.
        return text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Replace(Drafts.Verbatim.Open.ToString(), string.Empty, StringComparison.Ordinal)
            .Replace(Drafts.Verbatim.Close.ToString(), string.Empty, StringComparison.Ordinal)
            .Replace("\uE002", string.Empty, StringComparison.Ordinal).Replace("\uE003", string.Empty, StringComparison.Ordinal).TrimEnd().TrimStart('\n');
    }

    /// <summary>Every line that cannot be set, with what would be right.</summary>
    public static IReadOnlyList<SpecDiagnostic> Check(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters)
        {
            return [new SpecDiagnostic(fileName, 0, 0, $"The text has {text.Length} characters.", $"At most {MostCharacters} are allowed.")];
        }

        if (!text.Any(char.IsLetterOrDigit))
        {
            return [new SpecDiagnostic(fileName, 0, 0, "The text is empty.", "A section that is not wanted is taken out of the outline before the run.")];
        }

        List<SpecDiagnostic> mistakes = [];
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length && mistakes.Count < 20; i++)
        {
            if (Problem(lines[i]) is { } problem)
            {
                mistakes.Add(new SpecDiagnostic(fileName, i + 1, 1, problem, Remedy));
            }
        }

        return mistakes;
    }

    private static string? Problem(string line) =>
        Heading().IsMatch(line) ? "A heading is the outline's, not the text's."
        : Fence().IsMatch(line) ? "Blocks of code are not set in every format."
        : Quote().IsMatch(line) ? "Quotations are set in the running text, with a citation."
        : Table().IsMatch(line) ? "Tables are not set in every format."
        : Rule().IsMatch(line) ? "Rules and underlined headings are not set in every format."
        : Link().IsMatch(line) ? "Links and images are not set in every format: write the address out."
        : line.Any(c => char.IsControl(c) && c != '\t') ? "The line holds a control character."
        : null;

    [GeneratedRegex(@"^ {0,3}#{1,6}(\s|$)")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^ {0,3}(```|~~~)|^(    |\t)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ {0,3}>")]
    private static partial Regex Quote();

    [GeneratedRegex(@"^ {0,3}\|")]
    private static partial Regex Table();

    [GeneratedRegex(@"^ {0,3}(=+|-+|(\*\s*){3,}|(_\s*){3,}|(-\s*){3,})\s*$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\]\(|^ {0,3}\[(?!-?@)[^\]]+\]:|`\{=")]
    private static partial Regex Link();
}
