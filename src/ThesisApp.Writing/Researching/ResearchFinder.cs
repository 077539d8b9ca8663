using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Retrieval;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Researching;

/// <summary>Looks queries up in the sources: by words, and by meaning where there are embeddings. The same queries find the same passages.</summary>
public static class ResearchFinder
{
    private const int OfQuery = 8;
    private const int MostPassages = 12;
    private const int MostWords = 1_200;

    // A section's own passages come first, two before each that was found for it: so both have a part in a prompt that cannot hold all.
    private const int OwnBefore = 2;

    /// <summary>What is found for a section that it has not been allotted, each query's best first.</summary>
    /// <param name="allotter">Searches.</param>
    /// <param name="section">The section: one that names its sources is given nothing of others.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="allotment">What it has.</param>
    /// <param name="queries">What is looked for.</param>
    /// <param name="nearness">How near passages are to the queries, in their order; null without embeddings.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static IReadOnlyList<Passage> Find(
        IPassageAllotter allotter, OutlineSection section, IReadOnlyList<SourceDocument> sources, SectionAllotment allotment, IReadOnlyList<string> queries, Nearness? nearness, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(allotter);
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(allotment);
        ArgumentNullException.ThrowIfNull(queries);
        SourceDocument[] open = [.. sources.Where(source => section.Sources is null || section.Sources.Contains(source.FileName, StringComparer.Ordinal))];
        HashSet<string> known = allotment.Passages.Select(passage => passage.Id).ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<IReadOnlyList<Passage>> hits = allotter.SearchAll(open, queries, OfQuery, nearness, cancellationToken);
        List<Passage> found = [];
        int words = 0;
        for (int rank = 0; rank < OfQuery; rank++)
        {
            foreach (Passage passage in hits.Where(hit => hit.Count > rank).Select(hit => hit[rank]))
            {
                // A table or figure belongs to the section that it was allotted to, and stands there once.
                if (found.Count < MostPassages && passage.IsProse && known.Add(passage.Id) && (words += Words.Count(passage.Text)) <= MostWords)
                {
                    found.Add(passage);
                }
            }
        }

        return found;
    }

    /// <summary>A section's own passages and what was found for it, in the order in which a writer is given them.</summary>
    public static IReadOnlyList<Passage> Join(IReadOnlyList<Passage> own, IReadOnlyList<Passage> found)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(found);
        List<Passage> joined = [];
        int next = 0;
        for (int i = 0; i < own.Count; i++)
        {
            joined.Add(own[i]);
            if ((i + 1) % OwnBefore == 0 && next < found.Count)
            {
                joined.Add(found[next++]);
            }
        }

        joined.AddRange(found.Skip(next));
        return joined;
    }
}
