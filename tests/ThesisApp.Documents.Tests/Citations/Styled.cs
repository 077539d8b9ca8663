using ThesisApp.Core.Citations;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Citations;

namespace ThesisApp.Documents.Tests.Citations;

/// <summary>Works cited in a style, all of them and in the order of the file.</summary>
internal sealed class Styled
{
    private readonly Bibliography _works;
    private readonly ICitationStyle _style;

    public Styled(string style, string bibTex, string language = "en")
    {
        _works = BibTexReader.Read(bibTex);
        _style = CitationStyles.Create(style, _works.Entries, language);
    }

    public IEnumerable<string> Keys => _works.Entries.Select(entry => entry.Key);

    public string Cite(string key, string? locator = null) => Cite((key, locator));

    public string Cite(params (string Key, string? Locator)[] places) =>
        string.Concat(_style.Cite([.. places.Select(place => new CitedPlace(_works.Find(place.Key)!, place.Locator is null ? null : Locator.Parse(place.Locator)))]).Select(inline => inline.Text));

    public IReadOnlyList<Inline> Inlines(params string[] keys) => _style.Cite([.. keys.Select(key => new CitedPlace(_works.Find(key)!))]);

    public string Name(string key) => _style.Narrative(_works.Find(key)!);

    /// <summary>The entry in the list; italics between asterisks.</summary>
    public string List(string key) => string.Concat(_style.Reference(_works.Find(key)!).Select(inline => inline.Kind == InlineKind.Emphasis ? $"*{inline.Text}*" : inline.Text));

    public IReadOnlyList<Inline> Reference(string key) => _style.Reference(_works.Find(key)!);

    public IEnumerable<string> Order() => _style.Order(_works.Entries.Reverse()).Select(entry => entry.Key);
}
