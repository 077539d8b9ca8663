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
                "What the collection holds on these stands in the following works: on the first question {work:a} and {work:b} and on the second {work:c}.",
                "None of the works that this chapter reviews is among these.",
                "No single work serves for all of the questions.",
            ],
            Say(Coverage.Gap, Map(["x"], ["a", "b"], ["c"])));

    [Fact]
    public void Works_that_are_reviewed_and_heard_are_named() =>
        Assert.Contains("Of the works that this chapter reviews, none but {work:a} is among these.", Say(Coverage.Gap, Map(["a", "x"], ["a"], ["c"])));

    [Fact]
    public void Nothing_is_called_missing_where_one_work_speaks_to_all_questions_and_all_works_to_one() =>
        Assert.Single(Say(Coverage.Gap, Map(["a"], ["a", "b"], ["a"])));

    [Fact]
    public void Answers_that_rest_on_a_single_work_are_said_to_stand_and_fall_with_it() =>
        Assert.Equal(
            ["The works that hold something on the questions can be counted: two for the first and one for the second.", "An answer that rests on a single work stands and falls with it."],
            Say(Coverage.Limitations, Map([], ["a", "b"], ["c"])));

    [Fact]
    public void Nothing_is_said_where_no_question_has_a_work() => Assert.Empty(Say(Coverage.Gap, Map(["a"], [], [])));

    private static IEnumerable<string> Say(string key, EvidenceMap map) => Coverage.Say(key, map, English);

    private static EvidenceMap Map(string[] reviewed, params string[][] questions) => new([.. questions.Select((keys, i) => new QuestionEvidence(i, keys))], reviewed);
}
