using System.Globalization;
using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Checking;

/// <summary>Reads what a Markdown file's front matter says of a thesis: plain keys and lists, no more of YAML.</summary>
internal static partial class FrontMatterReader
{
    public static ThesisFrontMatter Read(string markdown)
    {
        string[] lines = markdown.ReplaceLineEndings("\n").Split('\n');
        int end = lines.Length > 0 && lines[0].TrimEnd() == "---" ? Array.FindIndex(lines, 1, line => line.TrimEnd() is "---" or "...") : -1;
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        List<string> questions = [];
        string key = string.Empty;
        foreach (string line in lines.Take(Math.Max(0, end)).Skip(1))
        {
            if (KeyLine().Match(line) is { Success: true } match)
            {
                key = match.Groups[1].Value;
                values[key] = Unquote(match.Groups[2].Value);
            }
            else if (key is "researchQuestions" && Item().Match(line) is { Success: true } item)
            {
                questions.Add(Unquote(item.Groups[1].Value));
            }
        }

        int? words = int.TryParse(values.GetValueOrDefault("words"), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
        return new ThesisFrontMatter(NullIfEmpty(values.GetValueOrDefault("title")), NullIfEmpty(values.GetValueOrDefault("lang") ?? values.GetValueOrDefault("language")), NullIfEmpty(values.GetValueOrDefault("bibliography")), words, questions);
    }

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Unquote(string value)
    {
        string trimmed = value.Trim();
        return trimmed.Length > 1 && trimmed[0] is '"' or '\'' && trimmed[^1] == trimmed[0] ? trimmed[1..^1] : trimmed;
    }

    [GeneratedRegex(@"^([A-Za-z][\w-]*):\s*(.*)$")]
    private static partial Regex KeyLine();

    [GeneratedRegex(@"^\s*-\s+(.+)$")]
    private static partial Regex Item();
}
