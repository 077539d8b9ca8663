using ThesisApp.Core.Documents;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>Author-date style after the Chicago Manual of Style, 18th edition (2024), chapters 13 and 14.</summary>
internal sealed class ChicagoStyle(IReadOnlyList<CitedWork> cited, Terms terms) : AuthorDateStyle(cited, RulesIn(terms), terms)
{
    private static readonly WorkKind[] Quoted = [WorkKind.Article, WorkKind.Magazine, WorkKind.Chapter, WorkKind.Paper, WorkKind.Thesis, WorkKind.Web, WorkKind.Dataset, WorkKind.Unpublished];

    private readonly bool _english = terms.PunctuationInQuotes;

    // 13.23: up to six authors are named; of more, the first three.
    private readonly NameFormat _authors = new(NameOrder.FirstInverted, GivenForm.Full, terms.And) { Most = 6, Kept = 3, CommaForTwo = true, CommaBeforeEtAl = true, DemotesParticle = true };
    private readonly NameFormat _others = new(NameOrder.GivenFirst, GivenForm.Full, terms.And);

    protected override IReadOnlyList<Inline> Write(CitedWork work, string year, Distinction distinction)
    {
        ReferenceText text = Start();
        if (work.Authors.Count > 0)
        {
            text.Names(work.Authors, _authors);
            if (work.IsEdited)
            {
                text.Text($", {(work.Editors.IsPlural ? Terms.EditorShort.Many : Terms.EditorShort.One)}");
            }

            text.Then(". ").Text(year).Then(". ");
            AppendTitle(work, text);
        }
        else
        {
            AppendTitle(work, text);
            text.Then(". ").Text(year);
        }

        text.Then(". ");
        AppendRest(work, text);
        AppendAddress(work, text);
        text.End(".");
        return text.Build();
    }

    // 13.103: three authors or more become the first and 'et al.'
    private static AuthorDateRules RulesIn(Terms terms) => new()
    {
        MostNamed = 2,
        And = terms.And,
        NarrativeAnd = terms.And,
        SerialComma = true,
        InitialsAlways = true,
        BeforeYear = " ",
        NoDate = terms.NoDateShort,
        GroupOrder = GroupOrder.AsGiven,
        LocatorForm = LocatorForm.BarePages,
        Quoted = Quoted,
        SortsByFamily = true,
    };

    private void AppendTitle(CitedWork work, ReferenceText text)
    {
        string title = _english && work.Kind != WorkKind.Software ? Headline.Of(work.Title) : work.Title;
        if (Quoted.Contains(work.Kind))
        {
            text.Quoted(title);
        }
        else
        {
            text.Emphasis(title);
        }
    }

    private void AppendRest(CitedWork work, ReferenceText text)
    {
        switch (work.Kind)
        {
            case WorkKind.Article:
                text.Emphasis(work.Container).Then(" ").Text(work.Volume);
                AppendIssue(work, text);
                text.Then(work.Volume is null && work.Number is null ? ", " : ": ").Text(Pages(work)).Then(". ");
                break;
            case WorkKind.Magazine:
                text.Emphasis(work.Container).Then(", ").Text(Terms.DayAndMonth(work.Date)).Then(". ");
                break;
            case WorkKind.Chapter:
            case WorkKind.Paper when work.Editors.Count > 0:
                AppendBook(work, text);
                break;
            case WorkKind.Paper:
                text.Emphasis(work.Container).Then(" ").Text(work.Place is { } place ? $"({place})" : null).Then(", ").Text(Pages(work)).Then(". ");
                break;
            case WorkKind.Thesis:
                text.Text(Terms.ThesisKind(work)).Then(", ").Text(work.Publisher).Then(". ");
                break;
            default:
                AppendStandAlone(work, text);
                break;
        }
    }

    private void AppendIssue(CitedWork work, ReferenceText text)
    {
        if (work.Number is { } number)
        {
            text.Then(work.Volume is null ? ", " : " ").Text(work.Volume is null ? $"{Terms.NumberShort} {number}" : $"({number})");
        }
    }

    private void AppendBook(CitedWork work, ReferenceText text)
    {
        text.Text($"{Capital.First(Terms.In)} ").Emphasis(work.Container).Then(", ");
        if (work.Edition is { } edition)
        {
            text.Text(Terms.Edition(edition)).Then(", ");
        }

        if (work.BookVolume is { } volume)
        {
            text.Text($"{Terms.VolumeShort} {volume}").Then(", ");
        }

        if (work.Editors.Count > 0)
        {
            text.Text($"{Terms.EditedBy} ").Names(work.Editors, _others);
        }

        text.Then(". ");
        AppendSeries(work, text);
        text.Text(work.Publisher).Then(". ");
    }

    private void AppendStandAlone(CitedWork work, ReferenceText text)
    {
        if (work.Translators.Count > 0)
        {
            text.Text($"{Capital.First(Terms.TranslatedBy)} ").Names(work.Translators, _others).Then(". ");
        }

        if (work.Edition is { } edition)
        {
            text.Text(Terms.Edition(edition)).Then(". ");
        }

        if (work is { Kind: WorkKind.Book, BookVolume: { } volume })
        {
            text.Text($"{Capital.First(Terms.VolumeShort)} {volume}").Then(". ");
        }

        if (work.Kind == WorkKind.Report && work.Entry.Type != "standard" && (work.Number is not null || Terms.ReportKind(work) != Terms.Report))
        {
            string kind = Terms.ReportKind(work);
            text.Text(work.Number is { } number ? $"{Capital.Words(kind)} {Numbered(number)}" : kind).Then(". ");
        }

        if (work.Version is { } version)
        {
            text.Text(work.Kind == WorkKind.Software ? $"V. {version}" : $"{Capital.First(Terms.Version)} {version}").Then(". ");
        }

        AppendSeries(work, text);
        text.Text(work.Publisher).Then(". ");
        text.Text(work.Kind is WorkKind.Web or WorkKind.Unpublished ? Terms.DayAndMonth(work.Date) : null).Then(". ");
        text.Text(work.Note).Then(". ");
    }

    private static void AppendSeries(CitedWork work, ReferenceText text) =>
        text.Text(work.Series).Then(" ").Text(work.SeriesNumber).Then(". ");

    private static string? Pages(CitedWork work) => work.Pages is { } pages ? PageRange.Chicago(pages) : null;

    // 13.15: a date of access only where the page has none of its own.
    private void AppendAddress(CitedWork work, ReferenceText text)
    {
        if (work is { Date.IsKnown: false, Accessed.IsKnown: true, Doi: null, Url: not null })
        {
            text.Text($"{Capital.First(Terms.Accessed)} {Terms.Whole(work.Accessed)}").Then(". ");
        }

        text.Link(work.Address);
    }
}
