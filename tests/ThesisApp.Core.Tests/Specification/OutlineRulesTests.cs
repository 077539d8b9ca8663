using ThesisApp.Core.Specification;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Specification;

public sealed class OutlineRulesTests
{
    private const int FirstSection = SpecText.Next + 4;

    [Fact]
    public void A_cycle_is_printed_with_the_artifacts_that_make_it()
    {
        SpecDiagnostic diagnostic = Single(
            "{ id: a, title: A, needs: [from-c], gives: [from-a] }",
            "{ id: b, title: B, needs: [from-a], gives: [from-b] }",
            "{ id: c, title: C, needs: [from-b], gives: [from-c] }");

        Assert.Contains("ch/a needs 'from-c' of ch/c, ch/c needs 'from-b' of ch/b, ch/b needs 'from-a' of ch/a", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("ch/a -> ch/c -> ch/b -> ch/a", diagnostic.Remedy, StringComparison.Ordinal);
        Assert.Equal(FirstSection, diagnostic.Line);
    }

    [Fact]
    public void A_section_that_needs_what_it_gives_is_a_cycle() =>
        Assert.Contains("ch/a needs 'x' of ch/a", Single("{ id: a, title: A, needs: [x], gives: [x] }").Message, StringComparison.Ordinal);

    [Fact]
    public void An_artifact_that_no_section_gives_is_reported_with_the_nearest_one()
    {
        SpecDiagnostic diagnostic = Single("{ id: a, title: A, gives: [definitions] }", "{ id: b, title: B, needs: [definition] }");

        Assert.Contains("'definition', which no section gives", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal((FirstSection + 1, "Did you mean 'definitions'?"), (diagnostic.Line, diagnostic.Remedy));
    }

    [Fact]
    public void An_artifact_is_given_by_one_section_only() =>
        Assert.Contains("given by ch/a already", Single("{ id: a, title: A, gives: [x] }", "{ id: b, title: B, gives: [x] }").Message, StringComparison.Ordinal);

    [Fact]
    public void Built_in_artifacts_need_no_giver() => Assert.Empty(Read("{ id: a, title: A, needs: [objectives, glossary, case-boundary] }").Diagnostics);

    [Fact]
    public void Sections_in_one_chapter_have_different_ids() => Assert.Contains("'a' is used twice", Single("{ id: a, title: A }", "{ id: a, title: B }").Message, StringComparison.Ordinal);

    [Fact]
    public void An_id_that_is_used_twice_is_not_taken_for_a_cycle() =>
        Assert.Contains("'a' is used twice", Single("{ id: a, title: A, needs: [x], gives: [y] }", "{ id: a, title: B, needs: [y], gives: [x] }").Message, StringComparison.Ordinal);

    [Fact]
    public void Sections_in_different_chapters_may_have_one_id() =>
        Assert.Empty(SpecText.Read(SpecText.Valid + "chapters:\n  - { id: a, title: A, sections: [{ id: x, title: X }] }\n  - { id: b, title: B, sections: [{ id: x, title: X }] }\n").Diagnostics);

    [Theory]
    [InlineData("Upper")]
    [InlineData("1st")]
    [InlineData("a--b")]
    [InlineData("a-")]
    [InlineData("a/b")]
    [InlineData("ä")]
    [InlineData("../x")]
    public void What_cannot_be_an_id_is_reported(string id) => Assert.Contains("cannot be a section's id", Single($"{{ id: \"{id}\", title: A }}").Message, StringComparison.Ordinal);

    [Fact]
    public void Sections_that_do_not_fit_into_the_whole_are_reported()
    {
        SpecDiagnostic diagnostic = SpecText.Single(SpecText.Valid + "words: 1000\nchapters:\n  - { id: a, title: A, sections: [{ id: x, title: X, words: 990 }, { id: y, title: Y }] }\n");

        Assert.Contains("at least 1040 words", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(SpecText.Next, diagnostic.Line);
    }

    [Fact]
    public void Sections_that_fill_the_whole_exactly_are_right() =>
        SpecText.ReadValid("words: 1000\nchapters:\n  - { id: a, title: A, sections: [{ id: x, title: X, words: 950 }, { id: y, title: Y }] }\n");

    private static SpecReadResult Read(params string[] sections) =>
        SpecText.Read(SpecText.Valid + "chapters:\n  - id: ch\n    title: Chapter\n    sections:\n" + string.Concat(sections.Select(section => $"      - {section}\n")));

    private static SpecDiagnostic Single(params string[] sections)
    {
        SpecReadResult read = Read(sections);
        Assert.Null(read.Spec);
        return Assert.Single(read.Diagnostics);
    }
}
