using System.Text;
using ThesisApp.Core.Documents;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Export;

/// <summary>Writes the works cited as BibTeX.</summary>
public static class BibTexExporter
{
    /// <summary>One file, <c>references.bib</c>.</summary>
    public static IReadOnlyDictionary<string, byte[]> Export(ThesisDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        string text = BibTexWriter.Write(document.References.Select(reference => reference.Entry).OrderBy(entry => entry.Key, StringComparer.Ordinal));
        return new Dictionary<string, byte[]>(StringComparer.Ordinal) { ["references.bib"] = Encoding.UTF8.GetBytes(text) };
    }
}
