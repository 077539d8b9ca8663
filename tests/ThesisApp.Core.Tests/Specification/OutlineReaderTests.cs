using System.Text.Json;
using CsCheck;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Specification;

public sealed class OutlineReaderTests
{
    private static readonly string[] Sources = ["notes/one.md", "notes/two.md"];

    [Fact]
    public void An_outline_that_nobody_has_edited_comes_back_as_it_was() =>
        Gen.Select(Gen.Int[SpecReader.MinWords, SpecReader.MaxWords], Gen.Int[1, 12], Gen.String[1, 200]).Sample((words, questions, odd) =>
        {
            ThesisSpec spec = Spec(words, questions, odd);
            Outline planned = OutlineBuilder.Build(spec);

            OutlineReadResult read = OutlineReader.Read(OutlineWriter.Write(planned), "outline.yaml", spec, Sources);

            Assert.Empty(read.Diagnostics);
            Assert.Equal(Json(planned), Json(read.Outline!));
        });

    [Fact]
    public void What_the_user_has_changed_is_in_the_outline()
    {
        OutlineReadResult read = Read("""
            chapters:
              - id: one
                title: One
                sections:
                  - { id: a, title: First, words: 300, role: results, question: 2, sources: [notes/two.md], gives: [x] }
                  - { id: b, title: Second, needs: [x] }
            """);

        Assert.Empty(read.Diagnostics);
        OutlineSection[] sections = [.. read.Outline!.Sections];
        Assert.Equal(("one/a", 300, 1), (sections[0].Id, sections[0].Words, sections[0].ResearchQuestion));
        Assert.Equal(["notes/two.md"], sections[0].Sources!);
        Assert.Equal(700, sections[1].Words);
    }

    [Theory]
    [InlineData("{ id: a, title: A, gives: [x], needs: [y] }, { id: b, title: B, gives: [y], needs: [x] }", "wait for each other")]
    [InlineData("{ id: a, title: A }, { id: a, title: B }", "section id 'a' is used twice")]
    [InlineData("{ id: a, title: A, words: 900 }, { id: b, title: B, words: 200 }", "The sections need at least 1100 words, and the whole has 1000")]
    [InlineData("{ id: a, title: A, sources: [notes/tow.md] }", "The run has no source 'notes/tow.md'")]
    [InlineData("{ id: a, title: A, question: 3 }", "'question' must be a whole number from 1 to 2")]
    [InlineData("{ id: a, title: A, needs: [nothing] }", "which no section gives")]
    [InlineData("{ id: a, title: A, gives: [x] }, { id: b, title: B, gives: [x] }", "given by one/a already")]
    [InlineData("{ id: a, title: A, wrods: 3 }", "Unknown key 'wrods'")]
    public void A_mistake_is_named_with_its_line(string sections, string message)
    {
        OutlineReadResult read = Read($"chapters:\n  - id: one\n    title: One\n    sections: [{sections}]\n");

        Assert.Null(read.Outline);
        SpecDiagnostic mistake = Assert.Single(read.Diagnostics);
        Assert.Contains(message, mistake.Message, StringComparison.Ordinal);
        Assert.True(mistake.Line > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("chapters: []")]
    [InlineData("chapters: 3")]
    [InlineData("[1, 2]")]
    [InlineData("chapters: [[[[[[[[[[[[[[]]]]]]]]]]]]]]")]
    [InlineData("chapters: &a [*a]")]
    [InlineData("{{{")]
    public void What_is_no_outline_is_refused(string yaml) => Assert.NotEmpty(Read(yaml).Diagnostics);

    private static OutlineReadResult Read(string yaml) => OutlineReader.Read(yaml, "outline.yaml", Spec(1_000, 2, "Leases"), Sources);

    private static ThesisSpec Spec(int words, int questions, string odd)
    {
        // As the specification's reader leaves texts: on one line, without control characters.
        string text = string.Join(' ', new string([.. odd.Where(c => !char.IsControl(c) && !char.IsSurrogate(c))]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return new ThesisSpec
        {
            Title = "T",
            Topic = $"A topic: {text}",
            CaseStudy = text.Length == 0 ? null : text,
            ResearchQuestions = [.. Enumerable.Range(1, questions).Select(i => $"{i}. What # of \"{text}\"?")],
            Words = words,
            Template = "empirical-case-study",
        };
    }

    private static string Json(Outline outline) => JsonSerializer.Serialize(outline, CoreJson.Default.Outline);
}
