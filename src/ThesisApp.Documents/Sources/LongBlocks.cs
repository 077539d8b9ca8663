using System.Text;

namespace ThesisApp.Documents.Sources;

/// <summary>Cuts blocks of Markdown that no person wrote: on some markup the parser's time grows with the square of a block's length.</summary>
internal static class LongBlocks
{
    private const int MaxLine = 5_000;
    private const int MaxBlock = 50_000;

    /// <summary>The text with blank lines put into lines and blocks that are too long, at the end of a sentence or word if there is one.</summary>
    public static string Cut(string text)
    {
        StringBuilder cut = new(text.Length);
        int block = 0;
        foreach (ReadOnlySpan<char> whole in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = whole;
            block = line.IsWhiteSpace() ? 0 : block + line.Length;
            if (block > MaxBlock)
            {
                cut.Append('\n');
                block = line.Length;
            }

            while (line.Length > MaxLine)
            {
                int length = PlaceToCut(line[..MaxLine]);
                cut.Append(line[..length]).Append("\n\n");
                line = line[length..];
            }

            cut.Append(line).Append('\n');
        }

        return cut.ToString();
    }

    private static int PlaceToCut(ReadOnlySpan<char> line)
    {
        int stop = line.LastIndexOf(". ");
        int space = stop > 0 ? stop + 1 : line.LastIndexOf(' ');
        return space > 0 ? space + 1 : char.IsHighSurrogate(line[^1]) ? line.Length - 1 : line.Length;
    }
}
