namespace ThesisApp.Documents.Citations.Layout;

/// <summary>Headline style for English titles after the Chicago Manual of Style, 8.160: words that the writer gave a capital keep theirs, the others get one unless they only join.</summary>
internal static class Headline
{
    private static readonly string[] Small =
    [
        "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of", "on", "onto", "or", "over", "so", "the", "to", "up", "via", "vs.", "v.", "with", "yet", "et", "al.", "de",
    ];

    public static string Of(string title)
    {
        string[] words = title.Split(' ');
        for (int i = 0; i < words.Length; i++)
        {
            bool edge = i == 0 || i == words.Length - 1 || words[i - 1].Length > 0 && words[i - 1][^1] is ':' or '?' or '!' or '—' or '.';
            string bare = words[i].Trim('“', '”', '‘', '’', '(', ')', ',', ';');
            if (bare.Length > 0 && !bare.Any(char.IsUpper) && !bare.Any(char.IsDigit) && (edge || !Small.Contains(bare, StringComparer.Ordinal)))
            {
                int first = words[i].IndexOf(bare, StringComparison.Ordinal);
                words[i] = words[i][..first] + char.ToUpperInvariant(words[i][first]) + words[i][(first + 1)..];
            }
        }

        return string.Join(' ', words);
    }
}
