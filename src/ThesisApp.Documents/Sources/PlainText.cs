using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Sources;

/// <summary>Takes paragraphs, headings and pages out of plain text.</summary>
internal static partial class PlainText
{
    private const int MaxHeadingLength = 90;

    public static SourceText Parse(string text)
    {
        List<SourceParagraph> paragraphs = [];
        string? title = null;
        string? heading = null;
        string[] pages = text.Split('\f');
        for (int page = 0; page < pages.Length; page++)
        {
            foreach (string block in BlankLines().Split(pages[page]))
            {
                string[] lines = block.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                if (TakeHeading(ref lines) is { } found)
                {
                    heading = found;
                    title ??= found;
                }

                string paragraph = Fold(string.Join('\n', lines));
                if (paragraph.Length > 0)
                {
                    paragraphs.Add(new SourceParagraph(heading, pages.Length > 1 ? page + 1 : null, paragraph));
                }
            }
        }

        return new SourceText(title, paragraphs);
    }

    private static string? TakeHeading(ref string[] lines)
    {
        if (lines.Length == 0 || lines[0].Length > MaxHeadingLength)
        {
            return null;
        }

        bool underlined = lines.Length > 1 && Underline().IsMatch(lines[1]);
        bool alone = lines.Length == 1 && !lines[0].EndsWith('.') && (Numbered().IsMatch(lines[0]) || IsCapitals(lines[0]));
        if (!underlined && !alone)
        {
            return null;
        }

        string heading = Fold(Numbering().Replace(lines[0], string.Empty));
        lines = lines[(underlined ? 2 : 1)..];
        return heading;
    }

    private static bool IsCapitals(string line) => line.Any(char.IsLetter) && !line.Any(char.IsLower);

    // A word cut at the end of a line is joined; a real hyphen there is rare enough to lose.
    private static string Fold(string text) =>
        string.Join(' ', CutWord().Replace(text, "$1$2").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\n[ \t]*(?:\n[ \t]*)+")]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"^(=+|-+|~+|\*+)$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(\d+(\.\d+)*\.?|[IVX]+\.)\s+\p{Lu}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(\d+(\.\d+)*\.?|[IVX]+\.)\s+")]
    private static partial Regex Numbering();

    [GeneratedRegex(@"(\p{Ll})-\n\s*(\p{Ll})")]
    private static partial Regex CutWord();
}
