using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>How well each block suits each role, from 0 to about 1; what is written about method counts against it everywhere else.</summary>
internal sealed class RoleAffinity
{
    // Of a block's own words and of the whole source's: a paragraph of a book on method is about method, whatever its words.
    private const double SourceShare = 0.4;
    private const double MethodElsewhere = 1.9;
    private const double MethodAtHome = 1.8;

    // Findings are about the case or they are none; what came before it belongs to the literature.
    private static readonly Dictionary<string, double> CaseWeights = new(StringComparer.Ordinal)
    {
        [SectionRoles.Case] = 1.2,
        [SectionRoles.Results] = 2.0,
        [SectionRoles.Discussion] = 0.2,
        [SectionRoles.Literature] = -0.3,
        [SectionRoles.Framework] = -0.2,
        [SectionRoles.Introduction] = -0.1,
    };

    private readonly Dictionary<string, double[]> _byRole = new(StringComparer.Ordinal);

    public RoleAffinity(ThesisSpec spec, IReadOnlyList<TopicBlock> blocks)
    {
        double[] ofCase = Normalise(CaseMentions(spec, blocks));
        double[] ofMethod = WithSource(blocks, Normalise([.. blocks.Select(block => RoleLexicon.Density(SectionRoles.Methodology, block.Heading, block.Text))]));

        // A chapter on how to report studies is no study, though it has the words of one.
        Dictionary<string, double> methodOfSource = blocks.Select((block, i) => (block.SourceId, Value: ofMethod[i]))
            .GroupBy(entry => entry.SourceId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(entry => entry.Value), StringComparer.Ordinal);
        foreach (string role in SectionRoles.All)
        {
            if (role == SectionRoles.Methodology)
            {
                _byRole[role] = [.. ofMethod.Select(value => MethodAtHome * value)];
                continue;
            }

            double[] affinity = Normalise([.. blocks.Select(block => RoleLexicon.Density(role, block.Heading, block.Text))]);
            double aboutCase = CaseWeights.GetValueOrDefault(role);
            for (int i = 0; i < blocks.Count; i++)
            {
                affinity[i] += (aboutCase * ofCase[i]) - (MethodElsewhere * Math.Max(ofMethod[i], methodOfSource[blocks[i].SourceId]));
            }

            _byRole[role] = affinity;
        }
    }

    public double Of(string role, int block) => _byRole.TryGetValue(role, out double[]? affinity) ? affinity[block] : 0;

    // The case's names: what its description writes with a capital inside the sentence.
    private static double[] CaseMentions(ThesisSpec spec, IReadOnlyList<TopicBlock> blocks)
    {
        HashSet<string> names = Words.Of(spec.CaseStudy ?? string.Empty)
            .Where(word => char.IsUpper(word[0]) && !StopWords.Contains(word))
            .Select(Words.Stem)
            .ToHashSet(StringComparer.Ordinal);
        return WithSource(blocks, [.. blocks.Select(block => 100.0 * Words.Of(block.Text).Count(word => char.IsUpper(word[0]) && names.Contains(Words.Stem(word))) / Math.Max(1, block.Words))]);
    }

    private static double[] WithSource(IReadOnlyList<TopicBlock> blocks, double[] own)
    {
        Dictionary<string, double> bySource = blocks.Select((block, i) => (block.SourceId, Value: own[i]))
            .GroupBy(entry => entry.SourceId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(entry => entry.Value), StringComparer.Ordinal);
        return [.. own.Select((value, i) => ((1 - SourceShare) * value) + (SourceShare * bySource[blocks[i].SourceId]))];
    }

    // By the upper tenth, so that one extreme block does not make all others look alike.
    private static double[] Normalise(double[] values)
    {
        double high = values.Length == 0 ? 0 : values.Order().ElementAt(values.Length * 9 / 10);
        return high <= 0 ? values : [.. values.Select(value => Math.Min(1, value / high))];
    }
}
