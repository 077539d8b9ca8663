using ThesisApp.Core.Documents;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Citations;

namespace ThesisApp.Documents.Tests.Citations;

/// <summary>Works cited in APA style.</summary>
internal sealed class Apa
{
    private readonly Bibliography _works;
    private readonly ICitationStyle _style;

    public Apa(string bibTex)
    {
        _works = BibTexReader.Read(bibTex);
        _style = CitationStyles.Create("apa", _works.Entries);
    }

    public string Cite(string key, string? locator = null) => _style.InText(_works.Find(key)!, locator);

    public string Name(string key) => _style.Narrative(_works.Find(key)!);

    /// <summary>The entry in the list; italics between asterisks.</summary>
    public string List(string key) => string.Concat(_style.Reference(_works.Find(key)!).Select(inline => inline.Kind == InlineKind.Emphasis ? $"*{inline.Text}*" : inline.Text));

    public IEnumerable<InlineKind> Kinds(string key) => _style.Reference(_works.Find(key)!).Select(inline => inline.Kind);

    public IEnumerable<string> Order() => _style.Order(_works.Entries.Reverse()).Select(entry => entry.Key);
}
