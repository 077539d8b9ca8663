using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Two statements of different lists that speak of the same matter, as far as words tell.</summary>
/// <param name="First">Place in the first list.</param>
/// <param name="Second">Place in the second.</param>
/// <param name="Shared">Words of substance that both have, in the form of the second.</param>
internal sealed record Correspondence(int First, int Second, IReadOnlyList<string> Shared)
{
    // Below these, the nearest is merely the least far.
    private const double LeastCosine = 0.14;
    private const int LeastShared = 2;

    private const int MostNamed = 3;
    private const int ShortestWord = 4;

    /// <summary>Pairs, the nearest first (cosine of tf-idf vectors); no statement is in two of them, and none is there for being the least far.</summary>
    public static IEnumerable<Correspondence> Among(IReadOnlyList<string> first, IReadOnlyList<string> second, int count)
    {
        IReadOnlyList<TermVector> vectors = TermVector.Of([.. first, .. second]);
        List<(double Cosine, Correspondence Pair)> pairs = [];
        for (int i = 0; i < first.Count; i++)
        {
            HashSet<string> stems = Words.Stems(first[i]).ToHashSet(StringComparer.Ordinal);
            for (int j = 0; j < second.Count; j++)
            {
                double cosine = vectors[i].Cosine(vectors[first.Count + j]);
                string[] shared = [.. Words.Of(second[j]).Where(word => word.Length >= ShortestWord && !StopWords.Contains(word) && stems.Contains(Words.Stem(word))).DistinctBy(Words.Stem)];
                if (cosine >= LeastCosine && shared.Length >= LeastShared)
                {
                    pairs.Add((cosine, new Correspondence(i, j, [.. shared.Take(MostNamed).Select(word => word.ToLowerInvariant() is var small && first[i].Contains(small, StringComparison.Ordinal) ? small : word)])));
                }
            }
        }

        List<Correspondence> chosen = [];
        foreach ((_, Correspondence pair) in pairs.OrderByDescending(entry => entry.Cosine).ThenBy(entry => entry.Pair.First).ThenBy(entry => entry.Pair.Second))
        {
            if (chosen.Count < count && !chosen.Exists(other => other.First == pair.First || other.Second == pair.Second))
            {
                chosen.Add(pair);
            }
        }

        return chosen;
    }
}
