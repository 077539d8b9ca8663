using ThesisApp.Core.Sources;

namespace ThesisApp.Writing.Allotment;

/// <summary>Takes sentences out that another passage has already, word for word or nearly (shingles of five words, Broder 1997), so that no two sections can borrow the same one.</summary>
internal static class SentenceDeduplicator
{
    private const int ShingleWords = 5;
    private const double SameResemblance = 0.7;

    /// <summary>The passages in the order given, without repeated sentences; passages that have none left are gone.</summary>
    public static IReadOnlyList<Passage> Apply(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        HashSet<string> exact = new(StringComparer.Ordinal);
        List<HashSet<string>> shinglesOf = [];
        Dictionary<string, List<int>> holders = new(StringComparer.Ordinal);
        List<Passage> kept = [];
        foreach (Passage passage in passages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!passage.IsProse)
            {
                kept.Add(passage);
                continue;
            }

            IReadOnlyList<string> sentences = SentenceSplitter.Split(passage.Text);
            List<string> fresh = [.. sentences.Where(IsFresh)];
            if (fresh.Count > 0)
            {
                kept.Add(fresh.Count == sentences.Count ? passage : passage with { Text = string.Join(' ', fresh) });
            }
        }

        return kept;

        bool IsFresh(string sentence)
        {
            string[] words = [.. Text.Words.Of(sentence).Select(word => word.ToLowerInvariant())];
            if (!exact.Add(string.Join(' ', words)))
            {
                return false;
            }

            HashSet<string> shingles = Shingles(words);
            Dictionary<int, int> shared = [];
            foreach (int other in shingles.SelectMany(shingle => holders.GetValueOrDefault(shingle) ?? []))
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }

            if (shared.Any(pair => pair.Value / (double)(shingles.Count + shinglesOf[pair.Key].Count - pair.Value) >= SameResemblance))
            {
                return false;
            }

            foreach (string shingle in shingles)
            {
                (holders.TryGetValue(shingle, out List<int>? list) ? list : holders[shingle] = []).Add(shinglesOf.Count);
            }

            shinglesOf.Add(shingles);
            return true;
        }
    }

    private static HashSet<string> Shingles(string[] words) =>
        Enumerable.Range(0, Math.Max(0, words.Length - ShingleWords + 1))
            .Select(i => string.Join(' ', words, i, ShingleWords))
            .ToHashSet(StringComparer.Ordinal);
}
