using ThesisApp.Core.Documents;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>Vancouver style after Patrias, Citing Medicine, 2nd edition (NLM, 2007 to 2018), numbered in the order of citation.</summary>
internal sealed class VancouverStyle(IReadOnlyList<CitedWork> cited, Terms terms) : NumericStyle(cited, terms)
{
    private static readonly NameFormat Authors = new(NameOrder.AllInverted, GivenForm.BareInitials, string.Empty) { Most = 6, Kept = 6, CommaBeforeEtAl = true, Inversion = " ", BeforeSuffix = " " };

    protected override string Bracket(int number) => $"({number})";

    protected override string Marker(int number) => $"{number}. ";

    // Three numbers or more that follow each other are drawn together: (1–3,7).
    protected override IReadOnlyList<Inline> Set(IReadOnlyList<(CitedPlace Place, int Number)> places)
    {
        if (places.Count == 1)
        {
            return [new Inline(InlineKind.Citation, $"({Text(places[0].Place, places[0].Number)})", places[0].Place.Entry.Key)];
        }

        string separator = places.Any(place => place.Place.Locator is not null) ? "; " : ",";
        List<Inline> inlines = [new Inline(InlineKind.CitationText, "(")];
        for (int i = 0; i < places.Count; i++)
        {
            int end = i;
            while (separator == "," && end + 1 < places.Count && places[end + 1].Number == places[end].Number + 1)
            {
                end++;
            }

            if (i > 0)
            {
                inlines.Add(new Inline(InlineKind.CitationText, separator));
            }

            inlines.Add(new Inline(InlineKind.Citation, Text(places[i].Place, places[i].Number), places[i].Place.Entry.Key));
            if (end >= i + 2)
            {
                inlines.Add(new Inline(InlineKind.CitationText, "–"));
                inlines.Add(new Inline(InlineKind.Citation, Text(places[end].Place, places[end].Number), places[end].Place.Entry.Key));
                i = end;
            }
        }

        inlines.Add(new Inline(InlineKind.CitationText, ")"));
        return inlines;
    }

    protected override void Write(CitedWork work, ReferenceText text)
    {
        text.Names(work.Authors, Authors);
        if (work.IsEdited)
        {
            text.Text($", {EditorTerm(work)}");
        }

        text.Then(". ").Text(work.Title);
        AppendMedium(work, text);
        text.Then(". ");
        switch (work.Kind)
        {
            case WorkKind.Article or WorkKind.Magazine:
                AppendJournal(work, text);
                break;
            case WorkKind.Chapter or WorkKind.Paper:
                AppendBook(work, text);
                break;
            default:
                AppendImprint(work, text);
                break;
        }

        AppendAddress(work, text);
    }

    private string Text(CitedPlace place, int number) => place.Locator is { } locator ? $"{number}, {Terms.Locators.Write(locator, LocatorForm.Short)}" : $"{number}";

    private string EditorTerm(CitedWork work) => work.Editors.IsPlural ? Terms.EditorWord.Many : Terms.EditorWord.One;

    private void AppendMedium(CitedWork work, ReferenceText text)
    {
        string? kind = work.Kind switch
        {
            WorkKind.Thesis => Terms.ThesisKind(work),
            WorkKind.Report when work.Entry.Type != "standard" && Terms.ReportKind(work) is var report && report != Terms.Report => report,
            _ => null,
        };
        text.Then(" ").Text(kind is null ? null : $"[{kind}]");
        text.Then(" ").Text(work.IsStandAlone && IsOnline(work) ? "[Internet]" : null);
    }

    private static bool IsOnline(CitedWork work) => work is { Doi: null, Url: not null };

    private void AppendJournal(CitedWork work, ReferenceText text)
    {
        text.Text(work.Container).Then(" ").Text(IsOnline(work) ? "[Internet]" : null).Then(". ").Text(Date(work.Date));
        text.Then(";").Text(work.Volume is null && work.Number is null ? null : work.Volume + (work.Number is { } number ? $"({number})" : string.Empty));
        text.Then(work.Volume is null && work.Number is null ? ";" : ":").Text(work.Pages is { } pages ? PageRange.Shortest(pages) : null).Then(". ");
    }

    private void AppendBook(CitedWork work, ReferenceText text)
    {
        text.Text($"{Capital.First(Terms.In)}: ");
        if (work.Editors.Count > 0)
        {
            text.Names(work.Editors, Authors).Text($", {EditorTerm(work)}").Then(". ");
        }

        text.Text(work.Container).Then(" ").Text(IsOnline(work) ? "[Internet]" : null).Then(". ");
        AppendEdition(work, text);
        AppendPublisher(work, text);
        text.Text(work.Pages is { } pages ? $"{Terms.Page.One} {PageRange.Shortest(pages)}" : null).Then(". ");
        AppendSeries(work, text);
    }

    private void AppendImprint(CitedWork work, ReferenceText text)
    {
        if (work.Translators.Count > 0)
        {
            text.Names(work.Translators, Authors).Text($", {Terms.TranslatorWord}").Then(". ");
        }

        AppendEdition(work, text);
        AppendPublisher(work, text);
        if (work is { Kind: WorkKind.Report, Number: { } number })
        {
            text.Text(char.IsAsciiDigit(number[0]) ? $"{Terms.ReportKind(work)} {Terms.NumberShort}: {number}" : $"{Terms.ReportKind(work)} {number}").Then(". ");
        }

        AppendSeries(work, text);
        text.Text(work.Note).Then(". ");
    }

    private void AppendEdition(CitedWork work, ReferenceText text)
    {
        text.Text(work.Edition is { } edition ? Terms.Edition(edition) : null).Then(". ");
        text.Text(work.BookVolume is { } volume ? $"{Capital.First(Terms.VolumeShort)} {volume}" : null).Then(". ");
    }

    private void AppendPublisher(CitedWork work, ReferenceText text)
    {
        text.Text(work is { Place: { } place, Publisher: { } publisher } ? $"{place}: {publisher}" : work.Publisher ?? work.Place);
        bool named = work.Publisher is not null || work.Place is not null;
        text.Then(named ? "; " : ". ").Text(work.Date.Year);
        text.Then(named || work.Date.IsKnown ? " " : ". ").Text(IsOnline(work) && work.Accessed.IsKnown ? $"[{Terms.Cited} {Date(work.Accessed)}]" : null).Then(". ");
    }

    private void AppendSeries(CitedWork work, ReferenceText text) =>
        text.Text(work.Series is { } series ? $"({series}{(work.SeriesNumber is { } number ? $"; {Terms.NumberShort} {number}" : string.Empty)})" : null).Then(". ");

    private string Date(WorkDate date) =>
        date.Month == 0 ? date.Year : date.Day == 0 ? $"{date.Year} {Terms.MonthsBare[date.Month - 1]}" : $"{date.Year} {Terms.MonthsBare[date.Month - 1]} {date.Day}";

    private void AppendAddress(CitedWork work, ReferenceText text)
    {
        if (work.Doi is { } doi)
        {
            text.Text("doi:").Link(work.Address, doi);
        }
        else if (work.Url is { } url)
        {
            text.Text($"{Terms.AvailableFrom}: ").Link(url);
        }
        else
        {
            text.End(".");
        }
    }
}
