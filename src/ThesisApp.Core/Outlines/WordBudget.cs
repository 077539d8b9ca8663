namespace ThesisApp.Core.Outlines;

/// <summary>Shares out words.</summary>
public static class WordBudget
{
    /// <summary>By which share of its budget a text may be longer or shorter where the sources suffice.</summary>
    public const double Tolerance = 0.10;

    /// <summary>Shares a number of words out by weight, by the largest-remainder method (Hamilton), so that the shares' sum is exact.</summary>
    /// <param name="words">Words to share out, at least 0.</param>
    /// <param name="weights">Weights, each more than 0.</param>
    public static IReadOnlyList<int> Share(int words, IReadOnlyList<int> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(words);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Count == 0)
        {
            return [];
        }

        long total = weights.Sum(weight => (long)weight);
        int[] shares = [.. weights.Select(weight => (int)(words * (long)weight / total))];
        int left = words - shares.Sum();
        foreach (int i in Enumerable.Range(0, weights.Count).OrderByDescending(i => words * (long)weights[i] % total).ThenBy(i => i).Take(left))
        {
            shares[i]++;
        }

        return shares;
    }
}
