using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Citations.Works;

/// <summary>Sets ranges of pages.</summary>
internal static partial class PageRange
{
    /// <summary>With en dashes between numbers.</summary>
    public static string Dashed(string pages) => Hyphens().Replace(pages.Replace('—', '–'), "–");

    /// <summary>True if there is more than one page.</summary>
    public static bool IsPlural(string pages) => pages.Contains('–', StringComparison.Ordinal) || pages.Contains(',', StringComparison.Ordinal);

    /// <summary>With only those digits of the second number that differ: <c>101–19</c>, <c>12–8</c>.</summary>
    public static string Shortest(string pages) => Range().Replace(pages, match => Cut(match, (_, _) => 0));

    /// <summary>After the Chicago Manual of Style, 9.63: all digits below 100 and from a hundred on, one or more after 101 to 109, two or more elsewhere.</summary>
    public static string Chicago(string pages) => Range().Replace(pages, match => Cut(match, LeastChicago));

    private static int LeastChicago(string from, string to)
    {
        int first = int.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        return first < 100 || first % 100 == 0 ? to.Length : first % 100 < 10 ? 1 : 2;
    }

    private static string Cut(Match match, Func<string, string, int> least)
    {
        (string from, string to) = (match.Groups[1].Value, match.Groups[2].Value);
        if (from.Length != to.Length || from.Length > 9 || string.CompareOrdinal(from, to) >= 0)
        {
            return match.Value;
        }

        int shared = 0;
        while (from[shared] == to[shared])
        {
            shared++;
        }

        return $"{from}–{to[Math.Min(shared, Math.Max(0, to.Length - least(from, to)))..]}";
    }

    [GeneratedRegex(@"(?<=\d)\s*-{1,3}\s*(?=[\dA-Za-z])")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"(?<![\w.])(\d+)–(\d+)(?![\w.])")]
    private static partial Regex Range();
}
