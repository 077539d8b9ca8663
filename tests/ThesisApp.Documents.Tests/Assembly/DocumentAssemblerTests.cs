using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Assembly;

public sealed class DocumentAssemblerTests
{
    [Fact]
    public void A_citation_stands_before_the_stop() =>
        Assert.Equal("It grew (Smith, 2020). It shrank.", FirstSection(Manuscripts.Borrowed("It grew.", "smith2020"), Manuscripts.Plain("It shrank.")));

    [Theory]
    [InlineData("Did it grow?", "Did it grow (Smith, 2020)?")]
    [InlineData("It grew …", "It grew  (Smith, 2020)…")]
    [InlineData("It grew", "It grew (Smith, 2020)")]
    public void Any_stop_is_kept(string text, string expected) =>
        Assert.Equal(expected.Replace("  ", " ", StringComparison.Ordinal), FirstSection(Manuscripts.Borrowed(text, "smith2020")).Replace("  ", " ", StringComparison.Ordinal));

    [Fact]
    public void A_page_is_cited_with_its_work() => Assert.Equal("It grew (Smith, 2020, p. 3).", FirstSection(Manuscripts.Borrowed("It grew.", "smith2020", "p. 3")));

    [Fact]
    public void A_work_is_cited_once_a_sentence_and_place()
    {
        Citation citation = new("smith2020", "smith2020#1", null);

        Assert.Equal("It grew (Smith, 2020).", FirstSection(new Sentence("It grew.", [citation, citation with { PassageId = "smith2020#2" }], [])));
    }

    [Fact]
    public void References_to_sections_and_chapters_show_their_numbers() =>
        Assert.Equal("See Section 2.1 and Chapter 2.", FirstSection(Manuscripts.Plain("See {ref:case-study/findings} and {ref:case-study}.")));

    [Fact]
    public void What_does_not_resolve_is_marked_and_not_dropped()
    {
        ThesisDocument document = DocumentAssembler.Assemble(Manuscripts.Make(Manuscripts.Borrowed("See {ref:case/nowhere}.", "nobody")));

        Assert.Equal(
            ["[unresolved: case/nowhere]", "[unresolved: nobody]"],
            document.Chapters[0].Sections[0].Blocks[0].Items[0].Where(inline => inline.Kind == InlineKind.Unresolved).Select(inline => inline.Text));
    }

    [Fact]
    public void Exactly_the_works_cited_are_listed()
    {
        ThesisDocument document = DocumentAssembler.Assemble(Manuscripts.Make(Manuscripts.Borrowed("It grew.", "jones2019")));

        Assert.Equal(["jones2019"], document.References.Select(reference => reference.Entry.Key));
    }

    [Fact]
    public void Works_cited_only_in_the_abstract_are_listed()
    {
        Manuscript manuscript = Manuscripts.Make(Manuscripts.Plain("It grew."));
        manuscript = manuscript with { FrontMatter = manuscript.FrontMatter with { Abstract = [Manuscripts.Text(Manuscripts.Borrowed("All grew.", "smith2020"))] } };

        Assert.Equal(["smith2020"], DocumentAssembler.Assemble(manuscript).References.Select(reference => reference.Entry.Key));
    }

    [Fact]
    public void Every_section_of_the_outline_is_there_even_without_text()
    {
        Manuscript manuscript = Manuscripts.Make(Manuscripts.Plain("It grew."));
        ThesisDocument document = DocumentAssembler.Assemble(manuscript with { Sections = [manuscript.Sections[0]] });

        Assert.Equal(manuscript.Outline.Sections.Select(section => section.Id), document.Chapters.SelectMany(chapter => chapter.Sections).Select(section => section.Id));
    }

    [Fact]
    public void The_title_page_has_what_the_specification_says_and_no_more()
    {
        ThesisSpec spec = new() { Title = "T", Topic = "T", Author = "A. Writer", Supervisor = "B. Reader", Date = "2026" };

        Assert.Equal(["A. Writer", "Supervisor: B. Reader", "2026"], DocumentAssembler.Assemble(Manuscripts.Make(spec, Manuscripts.Plain("It grew."))).TitlePage);
    }

    private static string FirstSection(params Sentence[] sentences) =>
        string.Concat(DocumentAssembler.Assemble(Manuscripts.Make(sentences)).Chapters[0].Sections[0].Blocks.Single().Items.Single().Select(inline => inline.Text));
}
