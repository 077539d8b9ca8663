namespace ThesisApp.Core.Checks.Repetition;

/// <summary>Resemblance of texts by the runs of words that they share (Broder, On the Resemblance and Containment of Documents, 1997).</summary>
internal static class Shingles
{
    private const int Words = 5;

    /// <summary>Every run of five words.</summary>
    public static HashSet<string> Of(string text)
    {
        string[] words = [.. text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '"', '“', '”')).Where(word => word.Length > 0)];
        return Enumerable.Range(0, Math.Max(0, words.Length - Words + 1)).Select(i => string.Join(' ', words, i, Words)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Shared runs, of all runs of both.</summary>
    public static double Resemblance(int shared, int a, int b) => shared == 0 ? 0 : shared / (double)(a + b - shared);
}
