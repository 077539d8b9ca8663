using System.Globalization;
using System.Text.RegularExpressions;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>Reads editions: <c>2</c>, <c>2nd</c>, <c>second</c>.</summary>
internal static partial class Editions
{
    private static readonly string[] Words = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    /// <summary>The edition's number, or null if it has none.</summary>
    public static int? Number(string edition)
    {
        int word = Array.FindIndex(Words, name => string.Equals(name, edition, StringComparison.OrdinalIgnoreCase));
        return word >= 0 ? word + 1 : Pattern().Match(edition) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    /// <summary><c>1st</c>, <c>2nd</c>, <c>11th</c>, <c>23rd</c>.</summary>
    public static string EnglishOrdinal(int number) => (number % 100) switch
    {
        11 or 12 or 13 => $"{number}th",
        _ => (number % 10) switch
        {
            1 => $"{number}st",
            2 => $"{number}nd",
            3 => $"{number}rd",
            _ => $"{number}th",
        },
    };

    [GeneratedRegex(@"^(\d{1,4})(?:st|nd|rd|th|\.)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
