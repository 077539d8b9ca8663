using System.Globalization;
using System.Text.RegularExpressions;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Citations.Works;

/// <summary>A date as bibliographies give it: a year, perhaps a month and a day.</summary>
/// <param name="Year">Four digits, or empty.</param>
/// <param name="Month">From 1, or 0.</param>
/// <param name="Day">From 1, or 0.</param>
internal sealed partial record WorkDate(string Year, int Month, int Day)
{
    public static WorkDate None { get; } = new(string.Empty, 0, 0);

    public bool IsKnown => Year.Length > 0;

    /// <summary>Orders dates of one year: what has a year alone comes first.</summary>
    public int Rank => (Month * 100) + Day;

    /// <summary>When the work appeared: BibLaTeX's <c>date</c>, else <c>year</c>, <c>month</c> and <c>day</c>.</summary>
    public static WorkDate Of(BibliographyEntry entry)
    {
        WorkDate date = Read(entry["date"]);
        if (date.IsKnown)
        {
            return date;
        }

        string year = YearPattern().Match(entry["year"] ?? string.Empty).Value;
        return year.Length == 0 ? None : new WorkDate(year, MonthOf(entry["month"], out int day), day > 0 ? day : Number(entry["day"], 31));
    }

    /// <summary>A date in the form <c>2022-02-03</c>; of a range its start.</summary>
    public static WorkDate Read(string? text) => text is not null && Iso().Match(text) is { Success: true } match
        ? new WorkDate(match.Groups[1].Value, Number(match.Groups[2].Value, 12), Number(match.Groups[3].Value, 31))
        : None;

    // "March", "mar", "3", and what old files make of a day: "3 March", "March 3".
    private static int MonthOf(string? text, out int day)
    {
        day = 0;
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        int number = Number(text.Trim(), 12);
        if (number > 0)
        {
            return number;
        }

        for (int month = 1; month <= 12; month++)
        {
            if (text.Contains(CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(month), StringComparison.OrdinalIgnoreCase))
            {
                day = Number(DayPattern().Match(text).Value, 31);
                return month;
            }
        }

        return 0;
    }

    private static int Number(string? text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= most ? number : 0;

    [GeneratedRegex(@"\d{4}")]
    private static partial Regex YearPattern();

    [GeneratedRegex(@"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")]
    private static partial Regex Iso();

    [GeneratedRegex(@"\d{1,2}")]
    private static partial Regex DayPattern();
}
