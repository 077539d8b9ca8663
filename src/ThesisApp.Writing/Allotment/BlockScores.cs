using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Retrieval;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>What each block is worth to each section: full-text retrieval by the section's title and brief, and the role's affinity.</summary>
internal static class BlockScores
{
    private const double SpecificWeight = 1.0;
    private const double WholeWeight = 0.3;
    private const double AffinityWeight = 0.8;

    /// <summary>Scores by section and block; larger is better.</summary>
    public static double[][] Of(ThesisSpec spec, IReadOnlyList<OutlineSection> sections, IReadOnlyList<TopicBlock> blocks, CancellationToken cancellationToken)
    {
        using PassageIndex index = new([.. blocks.Select((block, i) => new Passage(string.Empty, block.SourceId, i, block.Heading, null, block.Text))]);
        RoleAffinity affinity = new(spec, blocks);

        // The topic's words stand in every brief, and so tell nothing apart; the title's and the brief's own do. Where the case itself is the matter, its words do, too.
        HashSet<string> topic = Words.Stems(spec.Topic).ToHashSet(StringComparer.Ordinal);
        HashSet<string> topicAndCase = Words.Stems($"{spec.Topic} {spec.CaseStudy}").ToHashSet(StringComparer.Ordinal);
        double[][] scores = new double[sections.Count][];
        for (int s = 0; s < sections.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OutlineSection section = sections[s];
            double[] row = new double[blocks.Count];
            string query = section.ResearchQuestion is null ? $"{section.Title} {section.Brief}" : section.Brief;
            HashSet<string> common = section.Role is SectionRoles.Case or SectionRoles.Results ? topic : topicAndCase;
            Add(row, index, string.Join(' ', Words.Of(query).Where(word => !common.Contains(Words.Stem(word)))), SpecificWeight);
            Add(row, index, query, WholeWeight);
            for (int b = 0; b < row.Length; b++)
            {
                row[b] += AffinityWeight * affinity.Of(section.Role, b);
            }

            scores[s] = row;
        }

        return scores;
    }

    private static void Add(double[] row, PassageIndex index, string query, double weight)
    {
        IReadOnlyList<(Passage Passage, double Score)> hits = index.Search(query, row.Length);
        double best = hits.Count == 0 ? 1 : Math.Max(1e-9, hits[0].Score);
        foreach ((Passage passage, double score) in hits)
        {
            row[passage.Ordinal] += weight * score / best;
        }
    }
}
