using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Tests.Consistency;

public sealed class TermMenderTests
{
    private static readonly TermMend Mend = new("data base", "database", ["c/one"]);

    [Theory]
    [InlineData("A data base and two data bases.", "A database and two databases.")]
    [InlineData("Data base design.", "Database design.")]
    [InlineData("The data base, “a data base of old”, the data base.", "The database, “a data base of old”, the database.")]
    [InlineData("As \"the data base\" has it, a data base.", "As \"the data base\" has it, a database.")]
    [InlineData("The data base, ‘a data base of the town’s old’, the data base.", "The database, ‘a data base of the town’s old’, the database.")]
    [InlineData("The town’s data base, 'a data base of old'.", "The town’s database, 'a data base of old'.")]
    [InlineData("In `data base` and at https://x.org/data%20base/ a data base.", "In `data base` and at https://x.org/data%20base/ a database.")]
    [InlineData("{ref:data base} and {work:data base}.", "{ref:data base} and {work:data base}.")]
    [InlineData("A metadata base and a data baseline.", "A metadata base and a data baseline.")]
    [InlineData("A “quotation without an end in a data base.", "A “quotation without an end in a data base.")]
    public void A_spelling_is_made_alike_outside_of_quotations_and_names(string before, string after) => Assert.Equal(after, TermMender.Apply(before, Mend));

    [Theory]
    [InlineData("The database of database_id, database.sql, /database/ and me@database.", "The data base of database_id, database.sql, /database/ and me@database.")]
    [InlineData("See https://x.org/database/ and www.x.org/database on the database.", "See https://x.org/database/ and www.x.org/database on the data base.")]
    public void Identifiers_and_addresses_stay_as_they_are(string before, string after) => Assert.Equal(after, TermMender.Apply(before, new TermMend("database", "data base", [])));

    [Fact]
    public void A_spelling_that_was_named_as_it_stands_at_the_beginning_of_a_sentence_is_none_of_a_name() =>
        Assert.Equal("The database grew. Database design.", TermMender.Apply("The data base grew. Data base design.", new TermMend("data base", "Database", [])));

    [Fact]
    public void Sections_that_are_not_named_words_of_sources_of_people_and_research_questions_stay_as_they_are()
    {
        Sentence plain = new("The data base grew.", [], []);
        Sentence question = new("It asks: What drove the data base?", [], []);
        Sentence led = plain with { Quoted = "the data base grew" };
        Sentence typed = plain with { Verbatim = new Verbatim("The data base grew.", []) };
        Manuscript manuscript = Of([plain, question, led, typed], [plain]);

        Manuscript mended = TermMender.Apply(manuscript, [Mend]);

        Assert.Equal(["The database grew.", question.Text, led.Text, typed.Text], Texts(mended.Sections[0].Draft.Paragraphs));
        Assert.Equal([plain.Text], Texts(mended.Sections[1].Draft.Paragraphs));
        Assert.Equal(["The database grew."], Texts(mended.FrontMatter.Abstract));
        Assert.Equal(["The database grew."], Texts(mended.Chapters[0].Opening));
        Assert.Same(manuscript, TermMender.Apply(manuscript, []));
    }

    [Fact]
    public void What_was_found_stands_among_the_checks_with_its_places_as_a_warning_and_what_was_mended_as_information()
    {
        Outline outline = Of([], []).Outline;
        ConsistencyReport report = new(
            [new ConsistencyFinding(ConsistencyKinds.Number, "The years differ.", [new ConsistencyPlace("c/one", "in 1802"), new ConsistencyPlace("c/two", "in 1804")])], [Mend], "A note.");

        ReportCheck[] checks = [.. ConsistencyChecks.Of(report, outline)];

        Assert.Equal(["consistency-number warning", "consistency-mended info", "consistency-reading info"], checks.Select(check => $"{check.Id} {check.Severity}"));
        Assert.Equal(("c/one", "The years differ. (1.1: “in 1802”; 1.2: “in 1804”)"), (checks[0].Where, checks[0].Message));
        Assert.Contains("in 1.1", checks[1].Message, StringComparison.Ordinal);
    }

    private static Manuscript Of(Sentence[] one, Sentence[] two)
    {
        Sentence plain = new("The data base grew.", [], []);
        OutlineSection[] sections = [Section("c/one", "1.1"), Section("c/two", "1.2")];
        return new Manuscript(
            new ThesisSpec { Title = "T", Topic = "S", ResearchQuestions = ["What drove the data base?"] },
            new Outline([new OutlineChapter("c", 1, "C", sections)], []),
            new FrontMatter([new Paragraph(ParagraphKind.Text, [plain])], [], "S"),
            [new ChapterFrame("c", [new Paragraph(ParagraphKind.Text, [plain])], [])],
            [new SectionReview(new SectionDraft("c/one", [new Paragraph(ParagraphKind.Text, one)], null), []), new SectionReview(new SectionDraft("c/two", [new Paragraph(ParagraphKind.Text, two)], null), [])],
            new Bibliography([], []));
    }

    private static OutlineSection Section(string id, string number) => new() { Id = id, ChapterId = "c", Number = number, Title = id, Role = SectionRoles.Results, Brief = id, Words = 100 };

    private static string[] Texts(IReadOnlyList<Paragraph> paragraphs) => [.. paragraphs.SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Text)];
}
