using ThesisApp.Core.Documents;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>APA style after the Publication Manual of the American Psychological Association, 7th edition (2020), chapters 8 to 10.</summary>
internal sealed class ApaStyle(IReadOnlyList<CitedWork> cited, Terms terms) : AuthorDateStyle(cited, RulesIn(terms), terms)
{
    // 9.8: up to twenty authors are named; of more, the first nineteen and the last.
    private static readonly NameFormat Authors = new(NameOrder.AllInverted, GivenForm.Initials, "&") { Most = 20, Kept = 19, KeepsLast = true, CommaForTwo = true, CommaBeforeEtAl = true };
    private static readonly NameFormat Editors = new(NameOrder.GivenFirst, GivenForm.Initials, "&");
    private static readonly WorkKind[] WithDay = [WorkKind.Magazine, WorkKind.Web, WorkKind.Unpublished];

    protected override IReadOnlyList<Inline> Write(CitedWork work, string year, Distinction distinction)
    {
        ReferenceText text = Start();
        string date = WithDay.Contains(work.Kind) && work.Date.Month > 0 ? $"({year}, {Terms.DayAndMonth(work.Date)})" : $"({year})";
        if (work.Authors.Count > 0)
        {
            text.Names(work.Authors, Authors);
            if (work.IsEdited)
            {
                text.Text($" ({EditorTerm(work.Editors)})");
            }

            text.Then(". ").Text(date).Then(". ");
            AppendTitle(work, text);
        }
        else
        {
            AppendTitle(work, text);
            text.Then(". ").Text(date);
        }

        text.Then(". ");
        AppendContainer(work, text);
        AppendAddress(work, text);
        return text.Build();
    }

    // 8.17: three authors or more become the first and 'et al.'
    private static AuthorDateRules RulesIn(Terms terms) => new()
    {
        MostNamed = 2,
        And = "&",
        NarrativeAnd = terms.And,
        SerialComma = true,
        InitialsAlways = true,
        BeforeYear = ", ",
        NoDate = terms.NoDateShort,
        GroupOrder = GroupOrder.AsListed,
        LocatorForm = LocatorForm.Words,
        Quoted = CitedWork.Parts,
    };

    private string EditorTerm(WorkNames editors) => Capital.First(editors.IsPlural ? Terms.EditorShort.Many : Terms.EditorShort.One);

    private void AppendTitle(CitedWork work, ReferenceText text)
    {
        if (!work.IsStandAlone)
        {
            text.Text(work.Title);
            return;
        }

        text.Emphasis(work.Title);
        string details = string.Join("; ", new[] { Translators(work), string.Join(", ", Details(work)) }.Where(part => part.Length > 0));
        if (details.Length > 0)
        {
            text.Then(" ").Text($"({details})");
        }

        if (Bracket(work) is { } kind)
        {
            text.Then(" ").Text($"[{kind}]");
        }
    }

    private string Translators(CitedWork work) => work.Translators.Count == 0
        ? string.Empty
        : $"{Start().Names(work.Translators, Editors).Build()[0].Text}, {Capital.First(Terms.TranslatorShort)}";

    private IEnumerable<string> Details(CitedWork work)
    {
        if (work.Edition is { } edition)
        {
            yield return Terms.Edition(edition);
        }

        if (work is { Kind: WorkKind.Book, BookVolume: { } volume })
        {
            yield return $"{Capital.First(Terms.VolumeShort)} {volume}";
        }

        if (work is { Kind: WorkKind.Report, Number: { } number })
        {
            yield return $"{Capital.Words(Terms.ReportKind(work))} {Numbered(number)}";
        }

        if (work is { Kind: WorkKind.Patent, Number: { } patent })
        {
            yield return $"{Terms.Patent} {Numbered(patent)}";
        }

        if (work.Version is { } version)
        {
            yield return $"{Capital.First(Terms.Version)} {version}";
        }
    }

    private string? Bracket(CitedWork work) => work.Kind switch
    {
        // 10.6: a thesis that can be had online is published, and its institution belongs to its description.
        WorkKind.Thesis when work is { Address: not null, Publisher: { } school } => $"{Terms.ThesisKind(work)}, {school}",
        WorkKind.Thesis => Terms.ThesisKind(work),
        WorkKind.Report when work.Number is null && work.Entry.Type != "standard" && Terms.ReportKind(work) is var kind && kind != Terms.Report => kind,
        WorkKind.Software => Terms.Software,
        WorkKind.Dataset => Terms.Dataset,
        _ => null,
    };

    private void AppendContainer(CitedWork work, ReferenceText text)
    {
        switch (work.Kind)
        {
            case WorkKind.Article or WorkKind.Magazine:
                text.Emphasis(work.Container).Then(", ").Emphasis(work.Volume);
                if (work.Number is { } number)
                {
                    text.Then(work.Volume is null ? ", " : string.Empty).Text($"({number})");
                }

                text.Then(", ").Text(work.Pages).Then(". ");
                break;
            case WorkKind.Chapter or WorkKind.Paper when work.Container is { } book:
                text.Text($"{Capital.First(Terms.In)} ").Names(work.Editors, Editors);
                if (work.Editors.Count > 0)
                {
                    text.Text($" ({EditorTerm(work.Editors)}), ");
                }

                text.Emphasis(book);
                string[] inBook = [.. new[] { work.Edition is { } edition ? Terms.Edition(edition) : null, work.BookVolume is { } volume ? $"{Capital.First(Terms.VolumeShort)} {volume}" : null, Pages(work) }.OfType<string>()];
                text.Then(" ").Text(inBook.Length > 0 ? $"({string.Join(", ", inBook)})" : null).Then(". ");
                AppendPublisher(work, text);
                break;
            case WorkKind.Thesis when work.Address is not null:
                break;
            default:
                AppendPublisher(work, text);
                text.Text(work.Note).Then(". ");
                break;
        }
    }

    private string? Pages(CitedWork work) => work.Pages is { } pages ? $"{(PageRange.IsPlural(pages) ? Terms.Page.Many : Terms.Page.One)} {pages}" : null;

    // 9.29: a publisher that is the author is not named again.
    private static void AppendPublisher(CitedWork work, ReferenceText text)
    {
        if (!work.PublisherIsAuthor)
        {
            text.Text(work.Publisher).Then(". ");
        }
    }

    private void AppendAddress(CitedWork work, ReferenceText text)
    {
        if (work.Address is not { } address)
        {
            text.End(".");
            return;
        }

        // 9.16: a date of retrieval where the page is meant to change, which is where it has none of its own.
        if (work is { Kind: WorkKind.Web or WorkKind.Other, Date.IsKnown: false, Accessed.IsKnown: true, Doi: null })
        {
            text.Text(string.Format(System.Globalization.CultureInfo.InvariantCulture, Terms.Retrieved, Terms.Whole(work.Accessed)));
        }

        text.Link(address);
    }
}
