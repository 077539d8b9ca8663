using ThesisApp.Core.Specification;
using ThesisApp.Core.Tests.Support;

namespace ThesisApp.Core.Tests.Specification;

public sealed class SpecReaderTests
{
    [Fact]
    public void What_is_not_said_has_its_default()
    {
        ThesisSpec spec = SpecText.ReadValid("");

        Assert.Equal((12_000, "en", "apa", "empirical-case-study", null), (spec.Words, spec.Language, spec.CitationStyle, spec.Template, spec.Bibliography));
    }

    [Fact]
    public void Everything_that_is_said_is_read()
    {
        ThesisSpec spec = SpecText.ReadValid(
            """
            caseStudy: Git
            author: A. Writer
            institution: Uni
            degree: MSc
            supervisor: B. Reader
            date: 2026
            words: 9_000
            language: en-GB
            citationStyle: apa
            bibliography: references.bib
            template: empirical-case-study
            """);

        Assert.Equal(
            ("Git", "A. Writer", "Uni", "MSc", "B. Reader", "2026", 9_000, "en-GB", "references.bib"),
            (spec.CaseStudy, spec.Author, spec.Institution, spec.Degree, spec.Supervisor, spec.Date, spec.Words, spec.Language, spec.Bibliography));
    }

    [Fact]
    public void What_a_person_wants_to_approve_and_to_state_is_read()
    {
        ThesisSpec silent = SpecText.ReadValid("");
        ThesisSpec asked = SpecText.ReadValid("approve: outline\naiStatement: false");

        Assert.Equal((null, null), (silent.Approve, silent.AiStatement));
        Assert.Equal(("outline", false), (asked.Approve, asked.AiStatement!.Value));
    }

    [Fact]
    public void A_budget_is_read() => Assert.Equal(new BudgetSpec(200_000, 2.5m, 60), SpecText.ReadValid("budget: { tokens: 200_000, cost: 2.50, minutes: 60 }").Budget);

    [Theory]
    [InlineData("budget: { tokens: 5 }", "'tokens' must be a whole number")]
    [InlineData("budget: { cost: -1 }", "'cost' must be an amount")]
    [InlineData("budget: { cost: much }", "'cost' must be an amount")]
    [InlineData("budget: { token: 5000 }", "Unknown key 'token'")]
    [InlineData("budget: 5", "must be a list of 'key: value'")]
    public void A_wrong_budget_is_named(string line, string message) => Assert.Contains(message, SpecText.Single(SpecText.Valid + line).Message, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Own_chapters_are_read()
    {
        SectionSpec section = SpecText.ReadValid(
            """
            chapters:
              - id: intro
                title: Introduction
                sections:
                  - { id: background, title: Background, role: introduction, brief: What matters., words: 400, needs: [objectives], gives: [definitions] }
            """).Chapters.Single().Sections.Single();

        Assert.Equal(("background", "Background", "introduction", "What matters.", 400), (section.Id, section.Title, section.Role, section.Brief, section.Words));
        Assert.Equal(["objectives"], section.Needs);
        Assert.Equal(["definitions"], section.Gives);
    }

    [Fact]
    public void Texts_of_several_lines_are_folded() => Assert.Equal("A case of two lines", SpecText.ReadValid("caseStudy: >\n  A case of\n  two   lines\n").CaseStudy);

    [Fact]
    public void Every_mistake_is_named_at_once_with_its_line_and_a_remedy()
    {
        SpecReadResult read = SpecText.Read(
            """
            titel: How Storage Evolved
            topic: ""
            words: many
            language: not a language
            citationStyle: mla
            researchQuestions:
              - How did it change?
              - How did it change?
            sources:
              - ../secret.md
              - /etc/passwd
            bibliography: C:\refs.bib
            chapters:
              - id: intro
                title: Introduction
                sections:
                  - { id: a, title: A, role: intrduction, words: 10 }
                  - { id: a, title: B, needs: [nothing-gives-this] }
                  - { id: Not An Id, title: C, gives: [x] }
                  - { id: d, title: D, gives: [x], color: red }
                  - { id: e, title: E, needs: [f-result], gives: [e-result] }
                  - { id: f, title: F, needs: [e-result], gives: [f-result] }
              - id: intro
                title: Again
                sections: []
            """);

        Assert.Null(read.Spec);
        Assert.Equal([1, 1, 2, 3, 4, 5, 8, 10, 11, 12, 17, 17, 18, 18, 19, 20, 20, 21, 23, 25], read.Diagnostics.Select(diagnostic => diagnostic.Line));
        Assert.All(read.Diagnostics, diagnostic => Assert.NotEmpty(diagnostic.Remedy));
        Assert.All(read.Diagnostics, diagnostic => Assert.Equal("thesis.yaml", diagnostic.File));
    }

    [Theory]
    [InlineData("colour: red", "Unknown key 'colour'", "Known keys: title")]
    [InlineData("autor: A", "Unknown key 'autor'", "Did you mean 'author'?")]
    [InlineData("Bibliography: a.bib", "Unknown key 'Bibliography'", "Did you mean 'bibliography'?")]
    [InlineData("template: empirical-case-studies", "Unknown template", "Did you mean 'empirical-case-study'?")]
    [InlineData("template: poem", "Unknown template 'poem'", "Known: empirical-case-study")]
    [InlineData("citationStyle: turabian", "Unknown citationStyle", "Known: apa, ieee, chicago, harvard, vancouver")]
    [InlineData("words: 499", "whole number from 500 to 200000", "words: 12000")]
    [InlineData("words: 200001", "whole number from 500 to 200000", "words: 12000")]
    [InlineData("words: 1e4", "whole number", "words: 12000")]
    [InlineData("words: -1", "whole number", "words: 12000")]
    [InlineData("words: 99999999999", "whole number", "words: 12000")]
    [InlineData("words: [1]", "whole number", "words: 12000")]
    [InlineData("author: [A]", "must be a text", "quotes")]
    [InlineData("author: null", "must be a text", "quotes")]
    [InlineData("author: \"a\\u0007b\"", "control character", "Remove")]
    [InlineData("language: e", "not a language tag", "en-GB")]
    [InlineData("chapters: text", "must be a list", "- ")]
    [InlineData("chapters: [text]", "must be a list of 'key: value' lines", "id, title, sections")]
    [InlineData("bibliography: ../refs.bib", "does not stay inside", "..")]
    public void A_mistake_is_explained(string line, string message, string remedy)
    {
        SpecDiagnostic diagnostic = SpecText.Single(SpecText.Valid + line);

        Assert.Equal(SpecText.Next, diagnostic.Line);
        Assert.Contains(message, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, diagnostic.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("topic")]
    [InlineData("researchQuestions")]
    [InlineData("sources")]
    public void A_key_that_is_missing_is_named(string key)
    {
        string yaml = string.Join('\n', SpecText.Valid.Split('\n').Where(line => !line.StartsWith(key, StringComparison.Ordinal) && !(key == "researchQuestions" && line.Contains("How did", StringComparison.Ordinal)) && !(key == "sources" && line.Contains("*.md", StringComparison.Ordinal))));

        Assert.Contains($"'{key}' is missing", SpecText.Single(yaml).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_and_chapters_exclude_each_other() =>
        Assert.Contains("either", SpecText.Single(SpecText.Valid + "template: empirical-case-study\nchapters:\n  - { id: a, title: A, sections: [{ id: b, title: B }] }\n").Message, StringComparison.Ordinal);

    [Fact]
    public void More_than_twelve_questions_are_too_many() =>
        Assert.Contains(
            "13 research questions",
            SpecText.Single(SpecText.Valid.Replace("  - How did it change?\n", string.Concat(Enumerable.Range(1, 13).Select(i => $"  - Question {i}?\n")), StringComparison.Ordinal)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Lines_of_sources_and_bibliography_are_kept()
    {
        SpecReadResult read = SpecText.Read(SpecText.Valid + "bibliography: a.bib\n");

        Assert.Equal([6], read.SourceLines);
        Assert.Equal(7, read.BibliographyLine);
    }

    [Fact]
    public void A_diagnostic_reads_as_editors_link_it() =>
        Assert.StartsWith("thesis.yaml:7:1: Unknown key 'colour'", SpecText.Single(SpecText.Valid + "colour: red").ToString(), StringComparison.Ordinal);
}
