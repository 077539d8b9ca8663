using System.Text;
using ThesisApp.Core.Sources;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Documents.Export;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Export;

public sealed class BibTexExporterTests
{
    [Fact]
    public void Exactly_the_works_cited_are_exported_in_the_order_of_their_keys()
    {
        byte[] file = BibTexExporter.Export(DocumentAssembler.Assemble(
            Manuscripts.Make(Manuscripts.Borrowed("It grew.", "smith2020"), Manuscripts.Borrowed("It shrank.", "jones2019"))))["references.bib"];

        Bibliography read = BibTexReader.Read(Encoding.UTF8.GetString(file));

        Assert.Equal(["jones2019", "smith2020"], read.Entries.Select(entry => entry.Key));
        Assert.Equal("A Study", read.Find("smith2020")!["title"]);
    }
}
