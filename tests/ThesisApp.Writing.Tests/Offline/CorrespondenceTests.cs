using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Tests.Offline;

public sealed class CorrespondenceTests
{
    private const string Proposition = "Tolls depend on the weight of the cargo.";
    private const string Near = "The company set its tolls by the weight that a barge carried.";
    private const string Far = "Keepers painted the gates of every lock in spring.";

    [Fact]
    public void Statements_that_share_words_of_substance_are_set_side_by_side_and_the_words_named()
    {
        Correspondence pair = Assert.Single(Correspondence.Among([Far, Proposition], ["A school was opened in the harbour.", Near], 2));
        Assert.Equal((1, 1), (pair.First, pair.Second));
        Assert.Equal(["tolls", "weight"], pair.Shared);
    }

    [Fact]
    public void What_is_merely_the_least_far_is_set_beside_nothing() =>
        Assert.Empty(Correspondence.Among([Proposition], [Far, "The tolls rose."], 2));

    [Fact]
    public void No_statement_stands_in_two_pairs() =>
        Assert.Single(Correspondence.Among([Proposition, "Tolls rise with the weight of a barge."], [Near], 2));
}
