using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>Tells a heading that says what a section's title and brief say: <c>Collecting data from several sources</c> under the title <c>Data Collection</c>, <c>What a case study is</c> for a brief on a case study's design.</summary>
internal sealed class HeadingFit
{
    private const int ShortestWord = 4;

    // Collecting and collection, analysing and analysis.
    private const int Root = 6;

    private readonly string[] _title;
    private readonly HashSet<(string, string)> _pairs;
    private readonly IReadOnlySet<string> _common;

    /// <summary>Learns what is asked for.</summary>
    /// <param name="title">The section's title.</param>
    /// <param name="brief">Its brief.</param>
    /// <param name="common">Stems that stand in every brief, and so tell nothing apart.</param>
    public HeadingFit(string title, string brief, IReadOnlySet<string> common)
    {
        _common = common;
        _title = [.. Words.Stems(title).Distinct(StringComparer.Ordinal)];
        _pairs = [.. Pairs(title), .. Pairs(brief)];
    }

    /// <summary>True for a heading that has all words of a title of several, or two words in a row that were asked for, though each alone may say little (<c>case study</c>).</summary>
    public bool Fits(string? heading)
    {
        string[] stems = [.. Words.Stems(heading ?? string.Empty)];
        return (_title.Length > 1 && Array.TrueForAll(_title, word => Array.Exists(stems, stem => Alike(word, stem)))) || Pairs(heading ?? string.Empty).Any(_pairs.Contains);
    }

    private static bool Alike(string one, string other) =>
        one == other || (one.Length >= Root && other.Length >= Root && string.CompareOrdinal(one, 0, other, 0, Root) == 0);

    private IEnumerable<(string, string)> Pairs(string text)
    {
        string[] words = [.. Words.Of(text)];
        string[] stems = [.. words.Select(Words.Stem)];
        return Enumerable.Range(0, Math.Max(0, words.Length - 1))
            .Where(i => words[i].Length >= ShortestWord && words[i + 1].Length >= ShortestWord && !(_common.Contains(stems[i]) && _common.Contains(stems[i + 1])))
            .Select(i => (stems[i], stems[i + 1]));
    }
}
