using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>What the styles share that cite by author and year.</summary>
internal abstract class AuthorDateStyle : ICitationStyle
{
    private readonly AuthorDateRules _rules;
    private readonly Dictionary<string, Distinction> _works;
    private readonly Dictionary<string, int> _places;

    protected AuthorDateStyle(IReadOnlyList<CitedWork> cited, AuthorDateRules rules, Terms terms)
    {
        _rules = rules;
        Terms = terms;
        _works = Distinguisher.TellApart(cited, rules, work => Names(work, rules.And));
        _places = Distinction.InOrder(_works.Values).Select((work, place) => (work.Work.Key, place)).ToDictionary(item => item.Key, item => item.place, StringComparer.Ordinal);
    }

    protected Terms Terms { get; }

    public IReadOnlyList<BibliographyEntry> Order(IEnumerable<BibliographyEntry> cited) => [.. cited.OrderBy(entry => _places[entry.Key])];

    public IReadOnlyList<Inline> Cite(IReadOnlyList<CitedPlace> places)
    {
        if (places.Count == 1)
        {
            Distinction work = _works[places[0].Entry.Key];
            return [new Inline(InlineKind.Citation, $"({Label(work)}{Year(work)}{Place(places[0])})", work.Work.Key)];
        }

        List<Inline> inlines = [new Inline(InlineKind.CitationText, "(")];
        bool first = true;
        foreach (CitedPlace[] together in Group(places))
        {
            for (int i = 0; i < together.Length; i++)
            {
                Distinction work = _works[together[i].Entry.Key];
                if (!first)
                {
                    inlines.Add(new Inline(InlineKind.CitationText, i == 0 ? "; " : ", "));
                }

                inlines.Add(new Inline(InlineKind.Citation, $"{(i == 0 ? Label(work) : string.Empty)}{Year(work)}{Place(together[i])}", work.Work.Key));
                first = false;
            }
        }

        inlines.Add(new Inline(InlineKind.CitationText, ")"));
        return inlines;
    }

    // APA 8.11: in a narrative citation 'and' joins the names and the year alone stands in brackets.
    public string Narrative(BibliographyEntry entry)
    {
        Distinction work = _works[entry.Key];
        return $"{Names(work, _rules.NarrativeAnd)} ({Year(work)})";
    }

    public IReadOnlyList<Inline> Reference(BibliographyEntry entry)
    {
        Distinction work = _works[entry.Key];
        return Write(work.Work, Year(work), work);
    }

    /// <summary>The entry in the list.</summary>
    /// <param name="work">The work.</param>
    /// <param name="year">The year with its letter, or what stands in its place.</param>
    /// <param name="distinction">What tells the work apart.</param>
    protected abstract IReadOnlyList<Inline> Write(CitedWork work, string year, Distinction distinction);

    /// <summary>An empty entry.</summary>
    protected ReferenceText Start() => new(Terms.Quotes, Terms.PunctuationInQuotes);

    // Names and what stands before the year, which may have to move inside a quotation mark.
    private string Label(Distinction work)
    {
        string before = work.Work.Date.IsKnown ? _rules.BeforeYear : ", ";
        return work.Work.Authors.Count == 0 && _rules.Quoted.Contains(work.Work.Kind)
            ? Start().Quoted(work.Work.Title).End(before).Build()[0].Text
            : Names(work, _rules.And) + before;
    }

    private string Year(Distinction work) => (work.Work.Date.IsKnown, work.Letter.Length > 0) switch
    {
        (true, _) => work.Work.Date.Year + work.Letter,
        (false, true) => $"{_rules.NoDate}-{work.Letter}",
        _ => _rules.NoDate,
    };

    private string Place(CitedPlace place) => place.Locator is { } locator ? $", {Terms.Locators.Write(locator, _rules.LocatorForm)}" : string.Empty;

    // Works of the same authors share their names, unless a page would come between.
    private IEnumerable<CitedPlace[]> Group(IReadOnlyList<CitedPlace> places)
    {
        IEnumerable<CitedPlace> listed = places.OrderBy(place => _places[place.Entry.Key]);
        IEnumerable<CitedPlace> ordered = _rules.GroupOrder switch
        {
            GroupOrder.AsListed => listed,
            GroupOrder.ByYear => listed.OrderBy(place => _works[place.Entry.Key].Work.Date.Year, StringComparer.Ordinal),
            _ => places,
        };
        int alone = 0;
        return ordered
            .GroupBy(place => place.Locator is null ? _works[place.Entry.Key].SortName : $"{alone++}", StringComparer.Ordinal)
            .Select(group => group.OrderBy(place => _places[place.Entry.Key]).ToArray());
    }

    /// <summary>A report's or a patent's number; one that begins with a letter speaks for itself.</summary>
    protected string Numbered(string number) => char.IsAsciiDigit(number[0]) ? $"{Capital.First(Terms.NumberShort)} {number}" : number;

    // A title stands in for authors that are not known.
    private string Names(Distinction work, string and)
    {
        WorkNames authors = work.Work.Authors;
        if (authors.Count == 0)
        {
            return _rules.Quoted.Contains(work.Work.Kind) ? Terms.Quotes.Open + work.Work.Title + Terms.Quotes.Close : work.Work.Title;
        }

        if (!authors.AndOthers && (authors.Count <= _rules.MostNamed || work.Named >= authors.Count - 1 && work.Named > 1))
        {
            string[] all = [.. work.Surnames(authors.Count)];
            return all.Length == 1 ? all[0] : $"{string.Join(", ", all[..^1])}{(all.Length > 2 && _rules.SerialComma ? "," : string.Empty)} {and} {all[^1]}";
        }

        return work.Named == 1 ? $"{work.Surnames(1).First()} et al." : $"{string.Join(", ", work.Surnames(work.Named))}, et al.";
    }
}
