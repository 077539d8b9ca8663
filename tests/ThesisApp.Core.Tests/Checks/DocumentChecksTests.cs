using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Checks;

public sealed class DocumentChecksTests
{
    [Fact]
    public void A_thesis_without_a_flaw_has_no_findings()
    {
        DocumentReport report = Run(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(95))));

        Assert.Empty(report.Checks);
        Assert.Empty(report.Warnings);
    }

    [Theory]
    [InlineData(90, false)]
    [InlineData(110, false)]
    [InlineData(89, true)]
    [InlineData(111, true)]
    public void A_section_keeps_within_a_tenth_of_its_budget(int words, bool reported) =>
        Assert.Equal(reported, Ids(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(words)))).Contains("word-budget"));

    [Fact]
    public void Words_are_counted_against_each_budget()
    {
        ReportSection section = Run(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(42)))).Sections.Single();

        Assert.Equal(("ch/s1", 100, 42), (section.Id, section.Budget, section.Words));
    }

    [Fact]
    public void What_is_missing_is_counted_over_the_short_sections_alone() =>
        Assert.StartsWith(
            "1 of 2 sections falls short of its budget, 60 words in all",
            Run(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(40))).With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(95, "other")))).Warnings.Single(),
            StringComparison.Ordinal);

    [Fact]
    public void A_section_without_text_is_an_error()
    {
        ReportCheck check = Run(new Drafted().With(SectionRoles.Results, 100)).Checks.Single();

        Assert.Equal(("empty-section", CheckSeverities.Error, "ch/s1"), (check.Id, check.Severity, check.Where));
    }

    [Theory]
    [InlineData(SectionRoles.Results, true)]
    [InlineData(SectionRoles.Literature, true)]
    [InlineData(SectionRoles.Introduction, false)]
    [InlineData(SectionRoles.Conclusion, false)]
    public void Sections_that_report_must_cite(string role, bool reported) => Assert.Equal(reported, Ids(new Drafted().With(role, 100, Drafted.Plain(Drafted.Words(100)))).Contains("section-without-sources"));

    [Fact]
    public void Citations_are_counted_and_followed()
    {
        ReportCitations citations = Run(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed("It grew."), Drafted.Borrowed("It shrank.", "nobody"))).Citations;

        Assert.Equal((2, 1), (citations.Made, citations.Resolved));
        Assert.Equal(["nobody in ch/s1"], citations.Unresolved);
    }

    [Fact]
    public void A_citation_that_does_not_resolve_is_an_error() =>
        Assert.Contains(Run(new Drafted().With(SectionRoles.Results, 2, Drafted.Borrowed("It shrank.", "nobody"))).Checks, check => check is { Id: "unresolved-citation", Severity: CheckSeverities.Error });

    [Fact]
    public void A_cross_reference_that_does_not_resolve_is_counted_beside_a_citation_of_a_like_name() =>
        Assert.Equal(["n in ch/s1", "1 cross-references"], Run(new Drafted().With(SectionRoles.Results, 2, Drafted.Borrowed("It shrank.", "n")).WithMark("[unresolved: ch/nowhere]")).Citations.Unresolved);

    [Fact]
    public void A_paragraph_that_stands_there_twice_is_an_error()
    {
        ReportCheck check = Run(new Drafted().With(SectionRoles.Results, 8, Drafted.Borrowed(Drafted.Words(8))).With(SectionRoles.Results, 8, Drafted.Borrowed(Drafted.Words(8)))).Checks.Single();

        Assert.Equal(("duplicate-paragraph", CheckSeverities.Error, "ch/s2"), (check.Id, check.Severity, check.Where));
    }

    [Fact]
    public void A_paragraph_that_says_nearly_the_same_is_a_warning()
    {
        ReportCheck check = Run(new Drafted().With(SectionRoles.Results, 40, Drafted.Borrowed(Drafted.Words(40))).With(SectionRoles.Results, 41, Drafted.Borrowed("However " + Drafted.Words(40)))).Checks.Single();

        Assert.Equal(("near-duplicate-paragraph", CheckSeverities.Warning), (check.Id, check.Severity));
    }

    [Fact]
    public void Paragraphs_that_share_a_phrase_are_no_duplicates() =>
        Assert.Empty(Run(new Drafted().With(SectionRoles.Results, 26, Drafted.Borrowed("In the case of Git " + Drafted.Words(21, "a"))).With(SectionRoles.Results, 26, Drafted.Borrowed("In the case of Git " + Drafted.Words(21, "b")))).Checks);

    [Fact]
    public void A_question_that_is_neither_asked_nor_answered_is_reported() =>
        Assert.Equal(
            ["question-not-asked", "question-not-answered"],
            Ids(new Drafted { Questions = ["How did it change?", "Why?"] }.With(SectionRoles.Results, 11, 0, Drafted.Borrowed("How did it change is what we ask in this section."))));

    [Fact]
    public void A_question_is_asked_in_the_introduction_and_taken_up_by_the_conclusion_where_there_are_such()
    {
        const string Question = "How did the canal change its traffic?";
        Sentence asked = Drafted.Plain($"This thesis asks: {Question}");
        Sentence answered = Drafted.Borrowed("The canal changed its traffic slowly.");
        Sentence beside = Drafted.Plain("Nothing is said here of what matters.");
        Drafted Of(Sentence first, Sentence last) => new Drafted { Questions = [Question] }.With(SectionRoles.Introduction, 10, first).With(SectionRoles.Results, 6, 0, answered).With(SectionRoles.Conclusion, 10, last);

        Assert.DoesNotContain(Ids(Of(asked, answered)), id => id.StartsWith("question-", StringComparison.Ordinal));
        Assert.Contains("question-not-asked", Ids(Of(beside, answered)));
        Assert.Contains("question-not-concluded", Ids(Of(asked, beside)));
        Assert.All(
            ["La question de recherche 1 a donc sa réponse.", "La pregunta de investigación 1 queda respondida.", "Forschungsfrage 1 ist damit beantwortet."],
            text => Assert.DoesNotContain("question-not-concluded", Ids(Of(asked, Drafted.Plain(text)))));
        Assert.Contains("question-not-concluded", Ids(Of(asked, Drafted.Plain("La question de recherche 2 a donc sa réponse."))));
    }

    [Fact]
    public void What_was_wrong_with_the_bibliography_is_told() =>
        Assert.Equal("line 3: no", Run(new Drafted().With(SectionRoles.Results, 100, Drafted.Borrowed(Drafted.Words(100))).WithWarning("line 3: no")).Checks.Single().Message);

    [Fact]
    public void Errors_are_counted_in_a_warning() => Assert.Contains("1 check found errors; see 'checks'.", Run(new Drafted().With(SectionRoles.Results, 100)).Warnings);

    [Theory]
    [InlineData("", 0)]
    [InlineData("one", 1)]
    [InlineData("one – two", 2)]
    [InlineData("  one\ttwo\nthree  ", 3)]
    [InlineData("well-known 3.5 % it’s", 3)]
    [InlineData("... — !", 0)]
    public void Words_hold_a_letter_or_digit(string text, int words) => Assert.Equal(words, DocumentChecks.CountWords(text));

    private static DocumentReport Run(Drafted drafted) => DocumentChecks.Run(drafted.Manuscript, drafted.Document);

    private static string[] Ids(Drafted drafted) => [.. Run(drafted).Checks.Select(check => check.Id)];
}
