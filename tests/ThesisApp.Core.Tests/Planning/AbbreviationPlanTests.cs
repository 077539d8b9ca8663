using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Tests.Planning;

public sealed class AbbreviationPlanTests
{
    private static readonly Outline Outline = new([new OutlineChapter("c", 1, "Chapter", [Section("c/a"), Section("c/b"), Section("c/d")])], []);

    [Fact]
    public void The_first_section_whose_passages_have_it_writes_it_out_wherever_it_is_explained()
    {
        IReadOnlyList<SharedAbbreviation> plan = AbbreviationPlan.Make(Outline, [Allot("c/a", "Nothing of the kind."), Allot("c/b", "Each DAG has an end."), Allot("c/d", "A directed acyclic graph (DAG) has no cycle.")]);

        Assert.Equal([new SharedAbbreviation("DAG", "directed acyclic graph", "c/b")], plan);
    }

    [Fact]
    public void What_sources_explain_in_two_ways_has_no_one_meaning() =>
        Assert.Empty(AbbreviationPlan.Make(Outline, [Allot("c/a", "A directed acyclic graph (DAG) has no cycle."), Allot("c/b", "The data access group (DAG) met.")]));

    [Fact]
    public void A_plural_is_no_other_meaning()
    {
        IReadOnlyList<SharedAbbreviation> plan = AbbreviationPlan.Make(Outline, [Allot("c/a", "All directed acyclic graphs (DAGs) end."), Allot("c/b", "A directed acyclic graph (DAG) has no cycle.")]);

        Assert.Equal([new SharedAbbreviation("DAG", "directed acyclic graph", "c/a")], plan);
    }

    [Fact]
    public void A_section_is_told_of_those_of_its_passages_alone()
    {
        SharedAbbreviation[] shared = [new("DAG", "directed acyclic graph", "c/a"), new("VCS", "version control system", "c/b")];

        Assert.Equal(["VCS"], AbbreviationPlan.Of(shared, Allot("c/d", "Two VCSs were compared.")).Select(abbreviation => abbreviation.ShortForm));
    }

    [Fact]
    public void What_writers_were_told_of_is_listed_where_it_is_used_though_the_text_may_not_explain_it()
    {
        SharedAbbreviation[] shared = [new("DAG", "directed acyclic graph", "c/a"), new("VCS", "version control system", "c/b")];

        Assert.Equal([new Abbreviation("DAG", "directed acyclic graph")], AbbreviationList.Of("A DAG has no cycle. Each DAG has an end. One VCS is named.", shared));
    }

    private static OutlineSection Section(string id) => new() { Id = id, ChapterId = "c", Number = "1.1", Title = id, Role = SectionRoles.Literature, Brief = string.Empty, Words = 100 };

    private static SectionAllotment Allot(string section, string text) => new(section, [new Passage($"{section}#1", "source", 1, null, null, text)]);
}
