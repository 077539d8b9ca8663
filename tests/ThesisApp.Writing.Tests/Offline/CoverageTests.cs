using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

/// <summary>What a thesis says of how far its sources reach.</summary>
public sealed class CoverageTests
{
    private static readonly Phrasebook English = Phrasebook.For("en");

    [Fact]
    public void The_works_of_each_question_and_of_the_review_are_counted_once_each()
    {
        OutlineSection[] sections =
        [
            Corpus.Section("literature/one", 100),
            Corpus.Section("findings/answer-2", 100, SectionRoles.Results) with { ResearchQuestion = 1 },
            Corpus.Section("findings/answer-1", 100, SectionRoles.Results) with { ResearchQuestion = 0 },
            Corpus.Section("findings/patterns", 100, SectionRoles.Results),
        ];
        string[][] keys = [["b", "a", "b"], ["c"], ["d", "d"], ["e"]];

        EvidenceMap map = Coverage.Of(sections, i => keys[i]);

        Assert.Equal(["a", "b"], map.Reviewed);
        Assert.Equal(["0: d", "1: c"], map.Questions.Select(question => $"{question.Question}: {string.Join(' ', question.Keys)}"));
    }

    [Fact]
    public void A_review_of_works_that_speak_to_no_question_leaves_them_open() =>
        Assert.Equal(
            [
                "What the collection holds on the questions stands in the following works: on the first question {work:a} and {work:b} and on the second {work:c}.",
                "The present chapter reviews none of these.",
                "No single work serves for all of the questions.",
            ],
            Say(Coverage.Gap, Map(["x"], ["a", "b"], ["c"])));

    [Fact]
    public void Works_that_are_reviewed_and_heard_are_named() =>
        Assert.Contains("Of these, the present chapter reviews only {work:a}.", Say(Coverage.Gap, Map(["a", "x"], ["a"], ["c"])));

    [Fact]
    public void Nothing_is_called_missing_where_one_work_speaks_to_all_questions_and_all_works_to_one() =>
        Assert.Single(Say(Coverage.Gap, Map(["a"], ["a", "b"], ["a"])));

    [Fact]
    public void Answers_that_rest_on_a_single_work_are_said_to_stand_and_fall_with_it() =>
        Assert.Equal(
            ["The works that hold something on the questions can be counted: two for the first and one for the second.", "An answer that rests on a single work stands and falls with it."],
            Say(Coverage.Limitations, Map([], ["a", "b"], ["c"])));

    [Theory]
    [InlineData("The collection holds two works on each of the questions.", "ab", "bc")]
    [InlineData("The collection holds a single work on each of the questions.", "a", "c")]
    public void Answers_that_rest_on_as_many_works_each_are_not_counted_one_by_one(string said, string first, string second) =>
        Assert.Equal(said, Say(Coverage.Limitations, Map([], [.. first.Select(c => c.ToString())], [.. second.Select(c => c.ToString())])).First());

    [Fact]
    public void What_recurs_is_the_works_of_several_questions_and_the_phrases_that_these_share() =>
        Assert.Equal(
            ["Something on more than one of the questions stands in {work:b}.", "Again and again, the evidence on the questions speaks of “lock gates” and “canal tolls”."],
            Say(Coverage.Patterns, Map([], ["a", "b"], ["b", "c"]) with { Recurring = ["lock gates", "canal tolls"] }));

    [Fact]
    public void What_stands_behind_one_question_alone_recurs_nowhere() => Assert.Empty(Say(Coverage.Patterns, Map([], ["a"], ["b"])));

    [Fact]
    public void Nothing_is_said_where_no_question_has_a_work() => Assert.Empty(Say(Coverage.Gap, Map(["a"], [], [])));

    private static IEnumerable<string> Say(string key, EvidenceMap map) => Coverage.Say(key, map, English);

    private static EvidenceMap Map(string[] reviewed, params string[][] questions) => new([.. questions.Select((keys, i) => new QuestionEvidence(i, keys))], reviewed);
}
