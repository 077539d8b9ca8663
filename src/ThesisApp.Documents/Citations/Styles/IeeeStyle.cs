using ThesisApp.Core.Documents;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>IEEE style after the IEEE Reference Guide (version of 11.29.2023).</summary>
internal sealed class IeeeStyle(IReadOnlyList<CitedWork> cited, Terms terms) : NumericStyle(cited, terms)
{
    private static readonly WorkKind[] Emphasised = [WorkKind.Book, WorkKind.Software, WorkKind.Other];

    // Up to six authors are named; of more, the first.
    private readonly NameFormat _authors = new(NameOrder.GivenFirst, GivenForm.Initials, terms.And) { Most = 6, Kept = 1, ItalicEtAl = true };

    protected override string Bracket(int number) => $"[{number}]";

    protected override string Marker(int number) => $"[{number}] ";

    protected override IReadOnlyList<Inline> Set(IReadOnlyList<(CitedPlace Place, int Number)> places)
    {
        List<Inline> inlines = [];
        foreach ((CitedPlace place, int number) in places)
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new Inline(InlineKind.CitationText, ", "));
            }

            string locator = place.Locator is { } found ? $", {Terms.Locators.Write(found, LocatorForm.Capitals)}" : string.Empty;
            inlines.Add(new Inline(InlineKind.Citation, $"[{number}{locator}]", place.Entry.Key));
        }

        return inlines;
    }

    protected override void Write(CitedWork work, ReferenceText text)
    {
        text.Names(work.Authors, _authors);
        if (work.IsEdited)
        {
            text.Text($", {EditorTerm(work)}");
        }

        text.Then(", ");
        if (Emphasised.Contains(work.Kind))
        {
            text.Emphasis(work.Title);
        }
        else
        {
            text.Quoted(work.Title);
        }

        bool ended = AppendRest(work, text);
        AppendAddress(work, text, ended);
    }

    private string EditorTerm(CitedWork work) => Capital.First(work.Editors.IsPlural ? Terms.EditorShort.Many : Terms.EditorShort.One);

    // True if what stands before an address is a sentence of its own.
    private bool AppendRest(CitedWork work, ReferenceText text)
    {
        text.Then(", ");
        switch (work.Kind)
        {
            case WorkKind.Article or WorkKind.Magazine:
                text.Emphasis(work.Container).Then(", ");
                AppendVolume(work.Volume, text);
                text.Text(work.Number is { } number ? $"{Terms.NumberShort} {number}" : null).Then(", ");
                AppendPages(work, text);
                text.Then(", ").Text(Date(work));
                return work.Kind == WorkKind.Magazine;
            case WorkKind.Chapter or WorkKind.Paper:
                AppendBook(work, text);
                return true;
            case WorkKind.Thesis:
                text.Text(Terms.ThesisKind(work)).Then(", ").Text(work.Publisher).Then(", ").Text(work.Date.Year);
                return true;
            case WorkKind.Report:
                text.Text(work.Publisher).Then(", ");
                string kind = Terms.ReportKind(work);
                text.Text(work.Number is { } report ? $"{kind} {report}" : kind).Then(", ").Text(work.Date.Year);
                return true;
            case WorkKind.Web:
                text.Then(". ").Text(work.Accessed.IsKnown ? $"{Capital.First(Terms.Accessed)}: {Whole(work.Accessed)}" : null);
                return true;
            case WorkKind.Software:
                text.Then(". ").Text(work.Date.IsKnown ? $"({work.Date.Year})" : null).Then(". ").Text(work.Publisher);
                return true;
            default:
                AppendImprint(work, text);
                return true;
        }
    }

    private void AppendBook(CitedWork work, ReferenceText text)
    {
        text.Text($"{Terms.In} ").Emphasis(work.Container).Then(", ");
        text.Text(work.Edition is { } edition ? Terms.Edition(edition) : null).Then(", ");
        AppendVolume(work.BookVolume, text);
        if (work.Editors.Count > 0)
        {
            text.Names(work.Editors, _authors).Text($", {EditorTerm(work)}").Then(", ");
        }

        AppendSeries(work, text);
        AppendPublisher(work, text);
        text.Then(", ").Text(work.Date.Year).Then(", ");
        AppendPages(work, text);
    }

    private void AppendImprint(CitedWork work, ReferenceText text)
    {
        text.Text(work.Edition is { } edition ? Terms.Edition(edition) : null).Then(", ");
        AppendVolume(work.BookVolume, text);
        if (work.Translators.Count > 0)
        {
            text.Names(work.Translators, _authors).Text($", {Capital.First(Terms.TranslatorShort)}").Then(", ");
        }

        AppendSeries(work, text);
        text.Then(". ");
        AppendPublisher(work, text);
        text.Then(work.Publisher is null && work.Place is null ? ". " : ", ").Text(work.Date.Year).Then(". ").Text(work.Note);
    }

    private void AppendVolume(string? volume, ReferenceText text) => text.Text(volume is null ? null : $"{Terms.VolumeShort} {volume}").Then(", ");

    private void AppendSeries(CitedWork work, ReferenceText text) =>
        text.Text(work.Series is { } series ? $"{Terms.In} {series}{(work.SeriesNumber is { } number ? $", {Terms.VolumeShort} {number}" : string.Empty)}" : null).Then(", ");

    private static void AppendPublisher(CitedWork work, ReferenceText text) =>
        text.Text(work is { Place: { } place, Publisher: { } publisher } ? $"{place}: {publisher}" : work.Publisher ?? work.Place);

    private void AppendPages(CitedWork work, ReferenceText text) =>
        text.Text(work.Pages is { } pages ? $"{(PageRange.IsPlural(pages) ? Terms.Page.Many : Terms.Page.One)} {pages}" : null);

    private string Date(CitedWork work) => work.Date switch
    {
        { Month: 0 } date => date.Year,
        { Day: > 0 } date when work.Kind == WorkKind.Magazine => Whole(date),
        var date => $"{Terms.MonthsShort[date.Month - 1]} {date.Year}",
    };

    private string Whole(WorkDate date)
    {
        if (date.Month == 0)
        {
            return date.Year;
        }

        string month = Terms.MonthsShort[date.Month - 1];
        return date.Day == 0 ? $"{month} {date.Year}" : Terms.DayFirst ? $"{Terms.DayNumber(date)} {month} {date.Year}" : $"{month} {date.Day}, {date.Year}";
    }

    private void AppendAddress(CitedWork work, ReferenceText text, bool ended)
    {
        if (work.Doi is { } doi)
        {
            text.Then(ended ? ". " : ", ").Text("doi: ").Link(work.Address, doi).End(".");
        }
        else if (work.Url is { } url)
        {
            text.Then(". ").Text($"{Terms.OnlineAvailable}: ").Link(url);
        }
        else
        {
            text.End(".");
        }
    }
}
