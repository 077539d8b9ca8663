using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class OwnParagraphTests
{
    [Fact]
    public void Sentences_of_one_rank_are_left_out_together_and_the_highest_rank_first()
    {
        OwnParagraph paragraph = new(ParagraphKind.Text, [(Sentence("One two three."), 0), (Sentence("A proposition stands here."), 2), (Sentence("And what is nearest to it."), 2), (Sentence("Four five six."), 1)]);
        Assert.Equal(["One two three.", "Four five six."], Assert.Single(OwnParagraph.Fit([paragraph], 12)).Sentences.Select(sentence => sentence.Text));
    }

    private static Sentence Sentence(string text) => new(text, [], []);
}
