using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class QuestionKindTests
{
    [Theory]
    [InlineData("What drove the traffic?", "Who drives the trade", true)]
    [InlineData("What drove the traffic?", "Why the canal was wanted", true)]
    [InlineData("How did the traffic change?", "Why the canal was wanted", false)]
    [InlineData("How did the traffic change?", "Locks, weirs and their development", false)]
    [InlineData("How did the traffic change?", "Development of the locks", true)]
    public void A_heading_asks_what_a_question_asks_where_it_names_it_first_or_gives_the_reason(string question, string heading, bool asked) =>
        Assert.Equal(asked, QuestionKind.Of(question, Phrasebook.For("en")).IsAskedIn(heading));

    [Theory]
    [InlineData("Horses were sold, since hay was dear.", true)]
    [InlineData("Horses had been sold since 1805 on every market.", false)]
    public void A_word_before_a_number_tells_when_and_gives_no_reason(string statement, bool reason) =>
        Assert.Equal(reason, QuestionKind.Of("Why were the horses sold?", Phrasebook.For("en")).CuesIn(statement) > 0);

    [Theory]
    [InlineData("Open Problems", QuestionKind.Gap)]
    [InlineData("The Problem", "problem")]
    public void A_section_on_open_problems_asks_for_what_is_open(string title, string kind) =>
        Assert.Equal(kind, QuestionKind.Of(Corpus.Spec(), Corpus.Section("c/s", 100, title: title), Phrasebook.For("en")).Name);
}
