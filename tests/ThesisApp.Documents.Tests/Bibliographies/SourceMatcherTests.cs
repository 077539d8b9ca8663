using ThesisApp.Core.Sources;
using ThesisApp.Documents.Bibliographies;

namespace ThesisApp.Documents.Tests.Bibliographies;

public sealed class SourceMatcherTests
{
    private static readonly Bibliography Works = BibTexReader.Read("@misc{Smith2020, title={A}}\n@misc{b, file={Full Text:C\\:/papers/Deep Study.md:text/markdown;other.txt}}");

    [Theory]
    [InlineData("sources/Smith2020.md", "Smith2020")]
    [InlineData("smith2020.txt", "Smith2020")]
    [InlineData("notes/Deep Study.md", "b")]
    [InlineData("other.txt", "b")]
    [InlineData("smith.md", null)]
    public void A_source_belongs_to_the_work_that_names_it(string fileName, string? key) => Assert.Equal(key, SourceMatcher.FindKey(fileName, Works));

    [Fact]
    public void A_source_without_a_work_gets_an_honest_entry()
    {
        SourceDocument source = new("notes", "folder/notes.md", "My Notes", [], []);

        BibliographyEntry added = BibliographyBuilder.Complete(Works, [source]).Find("notes")!;

        Assert.Equal(("misc", "My Notes", "Source supplied by the author: notes.md"), (added.Type, added["title"], added["note"]));
    }

    [Fact]
    public void A_source_with_a_work_gets_no_second_entry() =>
        Assert.Equal(2, BibliographyBuilder.Complete(Works, [new SourceDocument("b", "other.txt", "B", [], [])]).Entries.Count);
}
