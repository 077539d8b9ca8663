using System.Globalization;

namespace ThesisApp.Writing.Offline;

/// <summary>The years that a text names.</summary>
internal static class Years
{
    private const int Earliest = 1000;
    private const int Latest = 2100;

    /// <summary>The first in time; 0 where there is none, since what names no year was there before.</summary>
    public static int First(string text) => Text.Words.Of(text)
        .Where(word => word.Length == 4 && word.All(char.IsAsciiDigit))
        .Select(word => int.Parse(word, CultureInfo.InvariantCulture))
        .Where(year => year is >= Earliest and <= Latest)
        .DefaultIfEmpty(0)
        .Min();
}
