using CsCheck;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Tests.Outlines;

public sealed class WordBudgetTests
{
    private static readonly Gen<(int Words, int[] Weights)> Cases = Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[1, 1_000_000].Array[1, 60]);

    [Fact]
    public void Shares_add_up_to_the_whole() => Cases.Sample((words, weights) => Assert.Equal(words, WordBudget.Share(words, weights).Sum()));

    [Fact]
    public void No_share_is_a_word_or_more_away_from_its_part() =>
        Cases.Sample((words, weights) =>
        {
            double total = weights.Sum(weight => (double)weight);
            Assert.All(WordBudget.Share(words, weights).Zip(weights), share => Assert.InRange(share.First - ((double)words * share.Second / total), -1, 1));
        });

    [Fact]
    public void More_weight_never_gets_fewer_words() =>
        Cases.Sample((words, weights) =>
        {
            (int Words, int Weight)[] shares = [.. WordBudget.Share(words, weights).Zip(weights).OrderBy(share => share.Second)];
            Assert.All(shares.Zip(shares.Skip(1)), pair => Assert.True(pair.First.Weight == pair.Second.Weight || pair.First.Words <= pair.Second.Words));
        });

    [Fact]
    public void Nobody_to_share_with_is_no_share() => Assert.Empty(WordBudget.Share(100, []));
}
