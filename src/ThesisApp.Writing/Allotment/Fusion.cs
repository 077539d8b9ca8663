using ThesisApp.Core.Sources;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Writing.Allotment;

/// <summary>
/// Joins what words and what embeddings say of passages: a sum of both, each brought to the range from 0 to 1 for its query (a convex combination, after Bruch, Gai and Ingber,
/// An Analysis of Fusion Functions for Hybrid Retrieval, 2023). Not ranks (reciprocal rank fusion, Cormack et al. 2009): the allotment adds scores up over sections and weighs what a
/// passage would lose elsewhere, for which it must be known by how much one is better, not only that it is.
/// </summary>
internal static class Fusion
{
    // As much as the words of a section's own title and brief count in BlockScores.
    private const double Weight = 1.0;

    /// <summary>Adds to each section's scores how near its nearest passage brings each block.</summary>
    /// <param name="scores">By section and block.</param>
    /// <param name="nearness">Of passages to sections.</param>
    /// <param name="blocks">The blocks.</param>
    /// <param name="passages">All passages.</param>
    public static void Add(double[][] scores, Nearness nearness, IReadOnlyList<TopicBlock> blocks, IReadOnlyList<Passage> passages)
    {
        for (int section = 0; section < scores.Length; section++)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                scores[section][block] += Weight * blocks[block].Passages.Max(passage => nearness.Of(section, passages[passage].Id));
            }
        }
    }

    /// <summary>The best passages by both; ties as without embeddings.</summary>
    public static IReadOnlyList<Passage> Search(IReadOnlyList<Passage> passages, IReadOnlyList<(Passage Passage, double Score)> byWords, Nearness nearness, int limit)
    {
        double best = byWords.Count == 0 ? 1 : Math.Max(1e-9, byWords[0].Score);
        Dictionary<string, double> words = new(StringComparer.Ordinal);
        foreach ((Passage passage, double score) in byWords)
        {
            words.TryAdd(passage.Id, score / best);
        }

        return
        [
            .. passages.OrderByDescending(passage => words.GetValueOrDefault(passage.Id) + (Weight * nearness.Of(0, passage.Id)))
                .ThenBy(passage => passage.SourceId, StringComparer.Ordinal).ThenBy(passage => passage.Ordinal)
                .Take(limit),
        ];
    }
}
