using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Citations.Layout;
using ThesisApp.Documents.Citations.Wording;
using ThesisApp.Documents.Citations.Works;

namespace ThesisApp.Documents.Citations.Styles;

/// <summary>What the styles share that number works in the order in which the text first cites them.</summary>
internal abstract class NumericStyle : ICitationStyle
{
    private readonly Dictionary<string, (CitedWork Work, int Number)> _works;

    protected NumericStyle(IReadOnlyList<CitedWork> cited, Terms terms)
    {
        Terms = terms;
        _works = cited.Select((work, i) => (work, i + 1)).ToDictionary(item => item.work.Key, StringComparer.Ordinal);
    }

    protected Terms Terms { get; }

    public IReadOnlyList<BibliographyEntry> Order(IEnumerable<BibliographyEntry> cited) => [.. cited.OrderBy(entry => _works[entry.Key].Number)];

    public IReadOnlyList<Inline> Cite(IReadOnlyList<CitedPlace> places) =>
        Set([.. places.Select(place => (place, _works[place.Entry.Key].Number)).OrderBy(item => item.Number)]);

    public string Narrative(BibliographyEntry entry)
    {
        (CitedWork work, int number) = _works[entry.Key];
        string[] names = [.. work.Authors.Names.Select(name => name.FullFamily)];
        string named = names.Length switch
        {
            0 => Terms.Quotes.Open + work.Title + Terms.Quotes.Close,
            1 when !work.Authors.AndOthers => names[0],
            2 when !work.Authors.AndOthers => $"{names[0]} {Terms.And} {names[1]}",
            _ => $"{names[0]} et al.",
        };
        return $"{named} {Bracket(number)}";
    }

    public IReadOnlyList<Inline> Reference(BibliographyEntry entry)
    {
        (CitedWork work, int number) = _works[entry.Key];
        ReferenceText text = new ReferenceText(Terms.Quotes, Terms.PunctuationInQuotes);
        Write(work, text);
        IReadOnlyList<Inline> written = text.Build();
        return written is [{ Kind: InlineKind.Text } first, ..]
            ? [first with { Text = Marker(number) + first.Text }, .. written.Skip(1)]
            : [new Inline(InlineKind.Text, Marker(number)), .. written];
    }

    /// <summary>A number as the text shows it.</summary>
    protected abstract string Bracket(int number);

    /// <summary>A number as it stands before its entry.</summary>
    protected abstract string Marker(int number);

    /// <summary>Sets the numbers of works cited together, which come in their order.</summary>
    protected abstract IReadOnlyList<Inline> Set(IReadOnlyList<(CitedPlace Place, int Number)> places);

    /// <summary>Writes the entry behind its number.</summary>
    protected abstract void Write(CitedWork work, ReferenceText text);
}
