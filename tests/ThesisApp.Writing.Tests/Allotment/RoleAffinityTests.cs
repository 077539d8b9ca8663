using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Allotment;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Tests.Support;

namespace ThesisApp.Writing.Tests.Allotment;

public sealed class RoleAffinityTests
{
    [Fact]
    public void A_role_that_few_blocks_have_words_of_weighs_no_more_than_any_other()
    {
        TopicBlock[] blocks =
        [
            .. Enumerable.Range(0, 20).Select(i => new TopicBlock(null, "a", [i], "Water stood in the lock.", 5)),
            new TopicBlock("Outlook and summary", "a", [20], "The outlook of the next successor.", 6),
        ];

        RoleAffinity affinity = new(Corpus.Spec(), blocks);

        Assert.Equal(1, affinity.Of(SectionRoles.Conclusion, QuestionKind.Of(null, Phrasebook.For("en")), 20), 9);
    }
}
