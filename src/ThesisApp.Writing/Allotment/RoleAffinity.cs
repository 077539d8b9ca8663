using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline;

namespace ThesisApp.Writing.Allotment;

/// <summary>How well each block suits each role, from 0 to about 1; what is written about method counts against it everywhere else.</summary>
internal sealed class RoleAffinity
{
    // Of a block's own words and of the whole source's: a paragraph of a book on method is about method, whatever its words.
    private const double SourceShare = 0.4;
    private const double MethodElsewhere = 1.9;
    private const double MethodAtHome = 1.8;

    // What the limits of a study are is written in books on method.
    private const double MethodOnLimits = 1.0;
    private const string Limits = SectionRoles.Discussion + "/limits";

    // Weighs more than any likeness of words.
    private const double NotOfCase = 2.5;

    // Findings are about the case or they are none; what came before it belongs to the literature.
    private static readonly Dictionary<string, double> CaseWeights = new(StringComparer.Ordinal)
    {
        [SectionRoles.Case] = 1.2,
        [SectionRoles.Results] = 1.6,
        [SectionRoles.Discussion] = 0.6,
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
        IReadOnlySet<string> ofTheCase = new CaseNames(spec).WorksIn(blocks.Select(block => (block.SourceId, block.Text)));
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
                affinity[i] += aboutCase * ofCase[i];
                affinity[i] -= role is SectionRoles.Case or SectionRoles.Results && !ofTheCase.Contains(blocks[i].SourceId) ? NotOfCase : 0;
            }

            if (role == SectionRoles.Discussion)
            {
                _byRole[Limits] = [.. affinity.Select((value, i) => value + (MethodOnLimits * ofMethod[i]))];
            }

            _byRole[role] = [.. affinity.Select((value, i) => value - (MethodElsewhere * Math.Max(ofMethod[i], methodOfSource[blocks[i].SourceId])))];
        }
    }

    /// <summary>How well a block suits a section.</summary>
    /// <param name="role">The section's role.</param>
    /// <param name="kind">What it asks for.</param>
    /// <param name="block">The block.</param>
    public double Of(string role, QuestionKind kind, int block) =>
        _byRole.TryGetValue(role == SectionRoles.Discussion && kind.Name == QuestionKind.Gap ? Limits : role, out double[]? affinity) ? affinity[block] : 0;

    private static double[] CaseMentions(ThesisSpec spec, IReadOnlyList<TopicBlock> blocks)
    {
        CaseNames names = new(spec);
        return WithSource(blocks, [.. blocks.Select(block => 100.0 * names.CountIn(block.Text) / Math.Max(1, block.Words))]);
    }

    private static double[] WithSource(IReadOnlyList<TopicBlock> blocks, double[] own)
    {
        Dictionary<string, double> bySource = blocks.Select((block, i) => (block.SourceId, Value: own[i]))
            .GroupBy(entry => entry.SourceId, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Average(entry => entry.Value), StringComparer.Ordinal);
        return [.. own.Select((value, i) => ((1 - SourceShare) * value) + (SourceShare * bySource[blocks[i].SourceId]))];
    }

    // By the upper tenth, so that one extreme block does not make all others look alike; by the highest where only a few blocks have anything.
    private static double[] Normalise(double[] values)
    {
        double high = values.Length == 0 ? 0 : values.Order().ElementAt(values.Length * 9 / 10);
        high = high > 0 ? high : values.DefaultIfEmpty(0).Max();
        return high <= 0 ? values : [.. values.Select(value => Math.Min(1, value / high))];
    }
}
