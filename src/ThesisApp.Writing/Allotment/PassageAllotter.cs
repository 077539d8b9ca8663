using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Writing.Allotment;

/// <summary>Gives each passage to one section: whole blocks first, each to the section that it suits best, then single passages from sections that have more than they need to those that have less.</summary>
internal sealed class PassageAllotter : IPassageAllotter
{
    // A model may make more of its passages than the offline writer does.
    private const double LeastShare = 0.4;

    private const double Whole = 0.9;
    private const double Behind = 3.0;

    // What is open, and what is to be expected, is gathered from several works.
    private const int WorksOfGap = 2;

    // Fewer words than that the section would be given of a work and not use.
    private const int WordsOfWork = 55;
    private const int WorksOfPropositions = 4;
    private const int WordsOfProposition = 20;
    private const int RecurringPhrases = 4;

    public string Version => "allotter/8";

    public IReadOnlyList<SectionAllotment> Allot(ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, Nearness? nearness, CancellationToken cancellationToken)
    {
        IReadOnlyList<Passage> passages = SentenceDeduplicator.Apply(InOrder(sources), cancellationToken);
        SentenceFilter filter = new(Phrasebook.For(spec.Language));
        int[] usable = [.. passages.Select(passage => filter.Units(passage, 0).Sum(unit => unit.Words))];
        IReadOnlyList<TopicBlock> blocks = TopicBlock.From(passages, usable);
        OutlineSection[] sections = [.. outline.Sections];
        double[][] scores = BlockScores.Of(spec, sections, blocks, cancellationToken);
        if (nearness is not null)
        {
            Fusion.Add(scores, nearness, blocks, passages);
        }

        CloseToOthers(sections, sources, blocks, scores);

        Phrasebook book = Phrasebook.For(spec.Language);
        bool Gathers(OutlineSection section) => section.Role == SectionRoles.Literature && QuestionKind.Of(spec, section, book).Name == QuestionKind.Gap;

        // What a section will say of itself needs no passages.
        int[] own = [.. sections.Select(section => OwnWords.Estimate(spec, outline, section))];
        int[] budgets = [.. sections.Select((section, i) => Math.Max((int)(section.Words * LeastShare), section.Words - own[i]))];

        // What says itself all that it has to say gets what others want less.
        for (int i = 0; i < sections.Length; i++)
        {
            double less = own[i] >= sections[i].Words * Whole && !Coverage.IsToldIn(sections[i]) ? Behind : 0;
            scores[i] = [.. scores[i].Select(score => score - less)];
        }

        // A list of propositions is lent what has one before anything else, any other section a paragraph.
        QuestionKind[] kinds = [.. sections.Select(section => QuestionKind.Of(spec, section, book))];
        int Suits(int section, int passage) => usable[passage] < (Propositions.Make(sections[section]) ? WordsOfProposition : ParagraphPlan.FewestWords) ? 0
            : Propositions.Make(sections[section]) && Propositions.HasAny(passages[passage], kinds[section], filter, book) ? 2 : 1;

        BlockAssignment assignment = new(budgets, blocks, scores);
        assignment.AssignBlocks(cancellationToken);
        assignment.Level(usable, cancellationToken);
        assignment.Spread(
            usable,
            [.. sections.Select((section, i) => Propositions.Make(section) ? WorksOfPropositions : Gathers(section) ? Math.Min(WorksOfGap, budgets[i] / WordsOfWork) : 0)],
            Suits,
            cancellationToken);
        SentenceOpenings openings = new(passages);
        EvidenceMap evidence = Coverage.Of(sections, i => assignment.PassagesOf(i).Where(index => usable[index] > 0).Select(index => passages[index].SourceId)) with
        {
            Recurring = KeyPhrases.Shared([.. Enumerable.Range(0, sections.Length).Where(i => sections[i].ResearchQuestion is not null).Select(i => assignment.PassagesOf(i).Select(index => passages[index].Text))], RecurringPhrases),
        };
        return
        [
            .. sections.Select((section, i) =>
            {
                Passage[] given = [.. assignment.PassagesOf(i).Select(index => passages[index])];
                return new SectionAllotment(section.Id, given) { CommonWords = openings.CommonIn(given), Evidence = !Coverage.IsToldIn(section) ? null : section.Role == SectionRoles.Results ? evidence : evidence with { Recurring = [] } };
            }),
        ];
    }

    public IReadOnlyList<Passage> Search(IReadOnlyList<SourceDocument> sources, string query, int limit, Nearness? nearness, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Passage[] passages = InOrder(sources);
        using PassageIndex index = new(passages);
        return Search(index, passages, query, limit, nearness);
    }

    public IReadOnlyList<IReadOnlyList<Passage>> SearchAll(IReadOnlyList<SourceDocument> sources, IReadOnlyList<string> queries, int limit, Nearness? nearness, CancellationToken cancellationToken)
    {
        if (queries.Count == 0)
        {
            return [];
        }

        Passage[] passages = InOrder(sources);
        using PassageIndex index = new(passages);
        List<IReadOnlyList<Passage>> found = [];
        for (int i = 0; i < queries.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(Search(index, passages, queries[i], limit, nearness?.For(i)));
        }

        return found;
    }

    private static IReadOnlyList<Passage> Search(PassageIndex index, Passage[] passages, string query, int limit, Nearness? nearness) =>
        nearness is null ? [.. index.Search(query, limit).Select(hit => hit.Passage)] : Fusion.Search(passages, index.Search(query, passages.Length), nearness, limit);

    // A section that names its sources gets nothing of any other.
    private static void CloseToOthers(OutlineSection[] sections, IReadOnlyList<SourceDocument> sources, IReadOnlyList<TopicBlock> blocks, double[][] scores)
    {
        for (int s = 0; s < sections.Length; s++)
        {
            if (sections[s].Sources is not { } named)
            {
                continue;
            }

            HashSet<string> open = [.. sources.Where(source => named.Contains(source.FileName, StringComparer.Ordinal)).Select(source => source.Id)];
            for (int b = 0; b < blocks.Count; b++)
            {
                if (!open.Contains(blocks[b].SourceId))
                {
                    scores[s][b] = double.NegativeInfinity;
                }
            }
        }
    }

    // The order in which sources were given must not matter.
    private static Passage[] InOrder(IReadOnlyList<SourceDocument> sources) =>
        [.. sources.OrderBy(source => source.FileName, StringComparer.Ordinal).SelectMany(source => source.Passages)];
}
