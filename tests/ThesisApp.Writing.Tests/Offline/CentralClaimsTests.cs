using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Tests.Offline;

/// <summary>Which statements stand for a section elsewhere.</summary>
public sealed class CentralClaimsTests
{
    private static readonly Phrasebook English = Phrasebook.For("en");

    [Fact]
    public void A_noun_that_is_taken_for_known_and_was_not_asked_about_makes_a_statement_weigh_less()
    {
        const string Known = "The northern lock keeper was replaced in 1821 by a clerk of the company.";
        const string New = "A northern lock keeper was replaced in 1821 by a clerk of the company.";
        Assert.Equal(New, First("How did the traffic change?", Known, New));
        Assert.Equal(Known, First("How did the lock keeper change?", Known, New.Replace("lock keeper", "toll clerk", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Replacing the northern lock keeper became possible in 1821 by an act of the company.")]
    [InlineData("Act 2 was replaced in 1821 by an order of the company and of its clerks.")]
    public void So_does_one_within_what_a_statement_opens_with_and_one_of_several_by_its_number(string known)
    {
        const string New = "A northern lock keeper was replaced in 1821 by a clerk of the company.";
        Assert.Equal(New, First("How did the traffic change?", known, New));
    }

    [Fact]
    public void A_reason_of_something_else_is_no_reason_of_what_was_asked_about() =>
        Assert.Equal(
            "Mill owners needed the canal, because horses were dear in every winter.",
            First("Why was the canal built?", "Farmers needed many fences, because cattle were loose in every winter.", "Mill owners needed the canal, because horses were dear in every winter."));

    [Fact]
    public void Two_statements_from_under_one_heading_do_not_stand_for_a_section_where_another_heading_has_one()
    {
        Sentence[] told =
        [
            Told("Gates of iron were introduced in 1820 on every lock of the valley.", "a#1"),
            Told("Horses were replaced in 1830 by tugs that burnt the coal of the port.", "a#1"),
            Told("Weirs of stone held water for the summer months since that time.", "a#2"),
        ];
        Dictionary<string, string?> headings = new() { ["a#1"] = "Engines", ["a#2"] = "Water" };

        string[] apart = [.. Of("What is told of the valley?", 2, headings, told)];
        string[] together = [.. Of("What is told of the valley?", 2, new Dictionary<string, string?> { ["a#1"] = "Engines", ["a#2"] = "Engines" }, told)];

        Assert.Equal(together[0], apart[0]);
        Assert.Contains(told[2].Borrowed, apart);
    }

    [Fact]
    public void Under_a_heading_that_asks_the_same_several_statements_answer()
    {
        const string Question = "Why was the canal built?";
        Sentence[] told =
        [
            Told("Mill owners needed the canal for the grain of the upper valley.", "a#1"),
            Told("Farmers needed a canal for the lime that no packhorse could carry.", "a#1"),
            Told("Navvies of the canal needed huts beside the cut in every winter.", "a#2"),
        ];

        Assert.DoesNotContain(told[2].Borrowed, Of(Question, 2, new Dictionary<string, string?> { ["a#1"] = "Reasons of old carriers, mills, horses and markets", ["a#2"] = "Work on the line" }, told));
    }

    [Fact]
    public void What_speaks_in_the_words_of_the_question_weighs_more() =>
        Assert.Equal(
            "Tolls grew with the traffic of the canal until 1830.",
            First("How did the traffic of the canal change?", "Fences grew with the herds of the farmers until 1830.", "Tolls grew with the traffic of the canal until 1830."));

    private static string First(string question, params string[] statements) => Of(question, 1, null, [.. statements.Select(statement => Told(statement, "a#1"))]).Single();

    private static IEnumerable<string> Of(string question, int count, Dictionary<string, string?>? headings, params Sentence[] told) =>
        CentralClaims.Of([new Paragraph(ParagraphKind.Text, told)], question, count, English, QuestionKind.Of(question, English), headings).Select(sentence => sentence.Borrowed);

    private static Sentence Told(string text, string passage) => new(text, [new Citation("a", passage, null)], []);
}
