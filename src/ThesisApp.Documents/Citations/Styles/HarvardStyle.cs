using ThesisApp.Core.Documents;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>Harvard style after Pears and Shields, Cite Them Right, 12th edition (2022). In English it is British: single quotation marks, the day before the month.</summary>
internal sealed class HarvardStyle(IReadOnlyList<CitedWork> cited, Terms terms) : AuthorDateStyle(cited, RulesIn(terms), British(terms))
{
    private static readonly WorkKind[] Quoted = [WorkKind.Article, WorkKind.Magazine, WorkKind.Chapter, WorkKind.Paper, WorkKind.Software, WorkKind.Dataset, WorkKind.Unpublished];

    private readonly NameFormat _authors = new(NameOrder.AllInverted, GivenForm.CloseInitials, terms.And) { Most = 3, Kept = 1, ItalicEtAl = true, SerialComma = false };
    private readonly NameFormat _others = new(NameOrder.GivenFirst, GivenForm.CloseInitials, terms.And) { SerialComma = false };

    protected override IReadOnlyList<Inline> Write(CitedWork work, string year, Distinction distinction)
    {
        ReferenceText text = Start();
        if (work.Authors.Count > 0)
        {
            text.Names(work.Authors, _authors, distinction.Named);
            if (work.IsEdited)
            {
                text.Text($" ({EditorTerm(work)})");
            }

            text.Then(" ").Text($"({year})").Then(" ");
            AppendTitle(work, text);
        }
        else
        {
            AppendTitle(work, text);
            text.Then(" ").Text($"({year})");
        }

        AppendRest(work, text);
        AppendAddress(work, text);
        text.End(".");
        return text.Build();
    }

    private static AuthorDateRules RulesIn(Terms terms) => new()
    {
        MostNamed = 3,
        And = terms.And,
        NarrativeAnd = terms.And,
        SerialComma = false,
        InitialsAlways = false,
        BeforeYear = ", ",
        NoDate = terms.NoDate,
        GroupOrder = GroupOrder.ByYear,
        LocatorForm = LocatorForm.Short,
        Quoted = Quoted,
        SortsByFamily = true,
    };

    private static Terms British(Terms terms) => terms.PunctuationInQuotes ? terms with { Quotes = ("‘", "’"), PunctuationInQuotes = false, DayFirst = true } : terms;

    private string EditorTerm(CitedWork work) => work.Editors.IsPlural ? Terms.EditorBritish.Many : Terms.EditorBritish.One;

    private static void AppendTitle(CitedWork work, ReferenceText text)
    {
        if (Quoted.Contains(work.Kind))
        {
            text.Quoted(work.Title);
        }
        else
        {
            text.Emphasis(work.Title);
        }
    }

    private void AppendRest(CitedWork work, ReferenceText text)
    {
        switch (work.Kind)
        {
            case WorkKind.Article or WorkKind.Magazine:
                text.Then(work.Authors.Count > 0 ? ", " : " ").Emphasis(work.Container).Then(", ").Text(work.Volume);
                if (work.Number is { } number)
                {
                    text.Then(work.Volume is null ? ", " : string.Empty).Text($"({number})");
                }

                text.Then(", ").Text(work.Kind == WorkKind.Magazine ? Terms.DayAndMonth(work.Date) : null);
                AppendPages(work, text);
                break;
            case WorkKind.Chapter or WorkKind.Paper:
                text.Then(", ");
                if (work.Editors.Count > 0)
                {
                    text.Text($"{Terms.In} ").Names(work.Editors, _others).Text($" ({EditorTerm(work)}) ");
                }

                text.Emphasis(work.Container);
                AppendEditionAndPublisher(work, text);
                AppendPages(work, text);
                break;
            case WorkKind.Thesis:
                text.Then(". ").Text(Terms.ThesisKind(work)).Then(". ").Text(work.Publisher);
                break;
            default:
                AppendEditionAndPublisher(work, text);
                text.Then(". ").Text(work.Note);
                break;
        }
    }

    private void AppendEditionAndPublisher(CitedWork work, ReferenceText text)
    {
        if (work.Translators.Count > 0)
        {
            text.Then(". ").Text($"{Capital.First(Terms.TranslatedBy)} ").Names(work.Translators, _others);
        }

        if (work.Edition is { } edition)
        {
            text.Then(". ").Text(Terms.Edition(edition, british: true));
        }

        if (work.BookVolume is { } volume && work.Kind is WorkKind.Book or WorkKind.Chapter)
        {
            text.Then(". ").Text($"{Capital.First(Terms.VolumeShort)} {volume}");
        }

        if (work.Kind == WorkKind.Report && work.Entry.Type != "standard")
        {
            string kind = Terms.ReportKind(work);
            text.Then(". ").Text(work.Number is { } number ? $"{kind} {number}" : kind == Terms.Report ? null : kind);
        }

        text.Then(". ");
        if (work is { Place: { } place, Publisher: not null, Kind: not WorkKind.Report })
        {
            text.Text($"{place}: ");
        }

        text.Text(work.Publisher);
        if (work.Series is { } series)
        {
            text.Then(" ").Text(work.SeriesNumber is { } seriesNumber ? $"({series}, {seriesNumber})" : $"({series})");
        }
    }

    private void AppendPages(CitedWork work, ReferenceText text)
    {
        if (work.Pages is { } pages)
        {
            text.Then(", ").Text($"{(PageRange.IsPlural(pages) ? Terms.Page.Many : Terms.Page.One)} {pages}");
        }
    }

    private void AppendAddress(CitedWork work, ReferenceText text)
    {
        if (work.Address is not { } address)
        {
            return;
        }

        text.Then(". ").Text($"{Terms.AvailableAt}: ").Link(address);
        if (work is { Accessed.IsKnown: true, Doi: null })
        {
            text.Then(" ").Text($"({Capital.First(Terms.Accessed)}: {Terms.Whole(work.Accessed)})");
        }
    }
}
