using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Retrieval;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>Gives each passage to one section: the sections choose in turn, the one that is furthest from its need first.</summary>
internal sealed class PassageAllotter : IPassageAllotter
{
    // More than the budget, so that the writer can choose.
    private const double Slack = 1.5;

    // What a query does not find may still fill a section that has nothing better.
    private const double UnmatchedScore = 0.01;

    public IReadOnlyList<SectionAllotment> Allot(ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, CancellationToken cancellationToken)
    {
        IReadOnlyList<Passage> passages = SentenceDeduplicator.Apply(InOrder(sources), cancellationToken);
        int[] usable = [.. passages.Select(passage => SentenceFilter.Units(passage, 0).Sum(unit => unit.Words))];
        OutlineSection[] sections = [.. outline.Sections];
        double supply = usable.Sum();
        double demand = Math.Max(1, sections.Sum(section => section.Words));
        double share = Math.Min(Slack, supply / demand);

        Candidate[][] wishes = Rank(spec, sections, passages, cancellationToken);
        bool[] taken = new bool[passages.Count];
        int[] next = new int[sections.Length];
        double[] words = new double[sections.Length];
        List<Candidate>[] chosen = [.. sections.Select(_ => new List<Candidate>())];
        PriorityQueue<int, (double Fill, int Order)> turns = new();
        for (int i = 0; i < sections.Length; i++)
        {
            turns.Enqueue(i, (0, i));
        }

        while (turns.TryDequeue(out int section, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (next[section] < wishes[section].Length && (taken[wishes[section][next[section]].Passage] || usable[wishes[section][next[section]].Passage] == 0))
            {
                next[section]++;
            }

            if (next[section] == wishes[section].Length)
            {
                continue;
            }

            Candidate wish = wishes[section][next[section]];
            taken[wish.Passage] = true;
            chosen[section].Add(wish);
            words[section] += usable[wish.Passage];
            double capacity = Math.Max(1, sections[section].Words * share);
            if (words[section] < capacity)
            {
                turns.Enqueue(section, (words[section] / capacity, section));
            }
        }

        return [.. sections.Select((section, i) => new SectionAllotment(section.Id, [.. chosen[i].Select(candidate => passages[candidate.Passage])]))];
    }

    public IReadOnlyList<Passage> Search(IReadOnlyList<SourceDocument> sources, string query, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using PassageIndex index = new(InOrder(sources));
        return [.. index.Search(query, limit).Select(hit => hit.Passage)];
    }

    // The order in which sources were given must not matter.
    private static Passage[] InOrder(IReadOnlyList<SourceDocument> sources) =>
        [.. sources.OrderBy(source => source.FileName, StringComparer.Ordinal).SelectMany(source => source.Passages)];

    private static Candidate[][] Rank(ThesisSpec spec, OutlineSection[] sections, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        using PassageIndex index = new(passages);
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        for (int i = 0; i < passages.Count; i++)
        {
            numbers[passages[i].Id] = i;
        }

        Candidate[][] wishes = new Candidate[sections.Length][];
        for (int s = 0; s < sections.Length; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OutlineSection section = sections[s];
            double[] scores = new double[passages.Count];
            Array.Fill(scores, UnmatchedScore);

            // The topic's words stand in every brief, and so tell nothing apart; the title's and the brief's own do.
            HashSet<string> common = Words.Stems($"{spec.Topic} {spec.CaseStudy}").ToHashSet(StringComparer.Ordinal);
            string specific = string.Join(' ', Words.Of($"{section.Title} {section.Brief}").Where(word => !common.Contains(Words.Stem(word))));
            Add(index.Search(specific, passages.Count), 1.0);
            Add(index.Search($"{section.Title} {section.Brief}", passages.Count), 0.5);
            wishes[s] = [.. scores.Select((score, i) => new Candidate(i, score + RoleAffinity.Of(section.Role, passages[i].Heading)))
                .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Passage)];

            void Add(IReadOnlyList<(Passage Passage, double Score)> hits, double weight)
            {
                double best = hits.Count == 0 ? 1 : Math.Max(1e-9, hits[0].Score);
                foreach ((Passage passage, double score) in hits)
                {
                    scores[numbers[passage.Id]] += weight * score / best;
                }
            }
        }

        return wishes;
    }

    private readonly record struct Candidate(int Passage, double Score);
}
