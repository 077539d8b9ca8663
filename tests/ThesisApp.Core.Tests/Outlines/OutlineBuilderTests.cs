using CsCheck;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Core.Templates;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Outlines;

public sealed class OutlineBuilderTests
{
    private const string OwnChapters = """
        words: 1000
        chapters:
          - id: one
            title: One
            sections:
              - { id: a, title: A, words: 301, gives: [x] }
              - { id: b, title: B, needs: [x, objectives] }
          - id: two
            title: Two
            sections:
              - { id: a, title: C }
              - { id: d, title: D }
        """;

    [Fact]
    public void The_template_has_six_chapters_of_25_to_30_sections()
    {
        Outline outline = OutlineBuilder.Build(Spec(9_000, 3));

        Assert.Equal(6, outline.Chapters.Count);
        Assert.InRange(outline.Sections.Count(), 25, 30);
    }

    [Fact]
    public void The_templates_words_share_out_exactly() =>
        Gen.Select(Gen.Int[SpecReader.MinWords, SpecReader.MaxWords], Gen.Int[1, 12]).Sample(
            (words, questions) => Assert.Equal(words, OutlineBuilder.Build(Spec(words, questions)).Sections.Sum(section => section.Words)));

    [Fact]
    public void Sections_of_own_chapters_share_what_the_others_leave() => Assert.Equal([301, 233, 233, 233], OutlineBuilder.Build(SpecText.ReadValid(OwnChapters)).Sections.Select(section => section.Words));

    [Fact]
    public void Own_chapters_are_numbered() =>
        Assert.Equal(
            ["1.1 one/a", "1.2 one/b", "2.1 two/a", "2.2 two/d"],
            OutlineBuilder.Build(SpecText.ReadValid(OwnChapters)).Sections.Select(section => $"{section.Number} {section.Id}"));

    [Fact]
    public void Only_artifacts_that_are_needed_and_not_given_are_established() =>
        Assert.Equal(["objectives"], OutlineBuilder.Build(SpecText.ReadValid(OwnChapters)).Artifacts.Select(artifact => artifact.Name));

    [Fact]
    public void An_artifact_that_a_section_gives_is_not_established_too() =>
        Assert.Empty(OutlineBuilder.Build(SpecText.ReadValid(OwnChapters.Replace("gives: [x]", "gives: [x, objectives]", StringComparison.Ordinal))).Artifacts);

    [Fact]
    public void Every_artifact_that_is_needed_is_given_or_established() =>
        Gen.Int[1, 12].Sample(questions =>
        {
            Outline outline = OutlineBuilder.Build(Spec(9_000, questions));
            string[] there = [.. outline.Sections.SelectMany(section => section.Gives), .. outline.Artifacts.Select(artifact => artifact.Name)];
            Assert.Equal(there.Distinct(), there);
            Assert.All(outline.Sections.SelectMany(section => section.Needs), need => Assert.Contains(need, there));
        });

    [Fact]
    public void Each_research_question_has_a_findings_section_of_its_own() =>
        Assert.Equal([0, 1, 2], OutlineBuilder.Build(Spec(9_000, 3)).Sections.Where(section => section.ResearchQuestion is not null).Select(section => section.ResearchQuestion!.Value));

    [Fact]
    public void A_findings_section_is_briefed_with_its_question() =>
        Assert.Equal(["Question 1?", "Question 2?"], OutlineBuilder.Build(Spec(9_000, 2)).Sections.Where(section => section.ResearchQuestion is not null).Select(section => section.Brief));

    [Fact]
    public void No_placeholder_is_left_in_a_brief() =>
        Assert.All(OutlineBuilder.Build(Spec(9_000, 2)).Sections.Select(section => section.Brief + section.Title), text => Assert.DoesNotContain("{", text, StringComparison.Ordinal));

    [Fact]
    public void Ids_and_numbers_are_used_once()
    {
        OutlineSection[] sections = [.. OutlineBuilder.Build(Spec(9_000, 12)).Sections];

        Assert.Equal((sections.Length, sections.Length), (sections.DistinctBy(section => section.Id).Count(), sections.DistinctBy(section => section.Number).Count()));
    }

    [Fact]
    public void Roles_are_known_ones() => Assert.All(OutlineBuilder.Build(Spec(9_000, 2)).Sections, section => Assert.Contains(section.Role, SectionRoles.All));

    [Fact]
    public void More_questions_do_not_crowd_out_the_rest()
    {
        int[] findings = [.. new[] { 3, 12 }.Select(questions => OutlineBuilder.Build(Spec(12_000, questions)).Sections.Where(section => section.ResearchQuestion is not null).Sum(section => section.Words))];

        Assert.InRange(findings[1], findings[0] - 12, findings[0] + 12);
    }

    [Fact]
    public void An_unknown_template_is_refused_by_name() => Assert.Contains("'poem'", Assert.Throws<ArgumentException>(() => TemplateCatalog.Get("poem")).Message, StringComparison.Ordinal);

    private static ThesisSpec Spec(int words, int questions) =>
        new() { Title = "T", Topic = "Storage", Words = words, ResearchQuestions = [.. Enumerable.Range(1, questions).Select(i => $"Question {i}?")] };
}
