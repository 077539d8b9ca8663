using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class QuestionKindTests
{
    [Theory]
    [InlineData("Open Problems", QuestionKind.Gap)]
    [InlineData("The Problem", "problem")]
    public void A_section_on_open_problems_asks_for_what_is_open(string title, string kind) =>
        Assert.Equal(kind, QuestionKind.Of(Corpus.Spec(), Corpus.Section("c/s", 100, title: title), Phrasebook.For("en")).Name);
}
