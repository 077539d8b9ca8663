using System.Globalization;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Wording;

/// <summary>The words that styles put between the data, in one language.</summary>
internal sealed record Terms
{
    /// <summary>Between the last two names.</summary>
    public required string And { get; init; }

    /// <summary>One editor, several: short forms (<c>ed.</c>).</summary>
    public required (string One, string Many) EditorShort { get; init; }

    /// <summary>The same as Cite Them Right has them.</summary>
    public required (string One, string Many) EditorBritish { get; init; }

    /// <summary>One editor, several: whole words.</summary>
    public required (string One, string Many) EditorWord { get; init; }

    public required string EditedBy { get; init; }

    public required string TranslatorShort { get; init; }

    public required string TranslatorWord { get; init; }

    public required string TranslatedBy { get; init; }

    /// <summary>Before the book that a part stands in, within a sentence.</summary>
    public required string In { get; init; }

    /// <summary>One page, several.</summary>
    public required (string One, string Many) Page { get; init; }

    public required string VolumeShort { get; init; }

    public required string NumberShort { get; init; }

    public required string EditionShort { get; init; }

    public required string EditionBritish { get; init; }

    public required string NoDateShort { get; init; }

    public required string NoDate { get; init; }

    public required string DoctoralThesis { get; init; }

    public required string MastersThesis { get; init; }

    public required string BachelorsThesis { get; init; }

    public required string Report { get; init; }

    public required string TechnicalReport { get; init; }

    public required string Software { get; init; }

    public required string Dataset { get; init; }

    public required string Patent { get; init; }

    public required string Version { get; init; }

    /// <summary>APA's words round a date and before an address: <c>Retrieved {0}, from </c>.</summary>
    public required string Retrieved { get; init; }

    public required string Accessed { get; init; }

    public required string Cited { get; init; }

    public required string AvailableAt { get; init; }

    public required string AvailableFrom { get; init; }

    /// <summary>IEEE's words before an address.</summary>
    public required string OnlineAvailable { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required IReadOnlyList<string> MonthsShort { get; init; }

    /// <summary>The months in three letters, as NLM has them.</summary>
    public required IReadOnlyList<string> MonthsBare { get; init; }

    /// <summary>True where a day stands before its month (<c>3. Februar</c>).</summary>
    public required bool DayFirst { get; init; }

    /// <summary>Between a day that stands first, its month and its year (<c>3 de febrero de 2024</c>).</summary>
    public string DateJoin { get; init; } = " ";

    /// <summary>Quotation marks.</summary>
    public required (string Open, string Close) Quotes { get; init; }

    /// <summary>True where commas and stops move inside the closing quotation mark.</summary>
    public required bool PunctuationInQuotes { get; init; }

    public required Func<int, string> Ordinal { get; init; }

    public required LocatorWords Locators { get; init; }

    /// <summary>The terms of a language (BCP 47); English where there are none of its own.</summary>
    public static Terms For(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "de" => GermanTerms.Create(),
        "fr" => FrenchTerms.Create(),
        "es" => SpanishTerms.Create(),
        _ => EnglishTerms.Create(),
    };

    /// <summary><c>2nd ed.</c>, <c>2. Aufl.</c>, <c>Revised ed.</c></summary>
    public string Edition(string edition, bool british = false)
    {
        string word = british ? EditionBritish : EditionShort;
        string bare = edition.Trim();
        if (Editions.Number(bare) is { } number)
        {
            return $"{Ordinal(number)} {word}";
        }

        return bare.EndsWith("ed.", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("edn", StringComparison.OrdinalIgnoreCase) || bare.Contains("edition", StringComparison.OrdinalIgnoreCase) || bare.Contains("Auf", StringComparison.Ordinal)
            ? bare
            : $"{bare} {word}";
    }

    /// <summary>Month and day as they follow a year: <c>February 3</c>, <c>3. Februar</c>; empty where there is neither.</summary>
    public string DayAndMonth(WorkDate date) => date.Month == 0 ? string.Empty : date.Day == 0 ? Months[date.Month - 1] : DayFirst ? $"{DayNumber(date)}{DateJoin}{Months[date.Month - 1]}" : $"{Months[date.Month - 1]} {date.Day}";

    /// <summary>A whole date: <c>February 3, 2022</c>, <c>3. Februar 2022</c>.</summary>
    public string Whole(WorkDate date) => date.Month == 0 ? date.Year : DayFirst || date.Day == 0 ? $"{DayAndMonth(date)}{DateJoin}{date.Year}" : $"{DayAndMonth(date)}, {date.Year}";

    /// <summary>The kind of a thesis, in the bibliography's words where it has some of its own.</summary>
    public string ThesisKind(CitedWork work) => work.Entry["type"] switch
    {
        null => work.Entry.Type switch { "mastersthesis" => MastersThesis, "bachelorsthesis" => BachelorsThesis, _ => DoctoralThesis },
        "mathesis" => MastersThesis,
        "bathesis" => BachelorsThesis,
        string own when IsDoctoral(own) => DoctoralThesis,
        string own => own,
    };

    /// <summary>The kind of a report.</summary>
    public string ReportKind(CitedWork work) => work.Entry["type"] switch
    {
        null when work.Entry.Type == "report" => Report,
        null or "techreport" => TechnicalReport,
        "resreport" => Report,
        string own => own,
    };

    /// <summary>A day before its month: with a stop where ordinals have one.</summary>
    public string DayNumber(WorkDate date) => Ordinal(1).EndsWith('.') ? $"{date.Day}." : date.Day.ToString(CultureInfo.InvariantCulture);

    // What BibTeX files call it: one word for it in one list.
    private static bool IsDoctoral(string kind) =>
        kind.Replace(".", string.Empty, StringComparison.Ordinal).Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant() is "phdthesis" or "phddissertation" or "doctoraldissertation" or "doctoralthesis";
}
