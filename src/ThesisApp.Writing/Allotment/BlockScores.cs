using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Retrieval;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Allotment;

/// <summary>What each block is worth to each section: full-text retrieval by the section's title and brief, and the role's affinity.</summary>
internal static class BlockScores
{
    private const double SpecificWeight = 1.0;
    private const double WholeWeight = 0.3;

    // A list of propositions takes a statement here and there, and no section's best text.
    private const double ExpectedWeight = 0.4;
    private const double AffinityWeight = 0.8;
    private const double CueWeight = 0.9;

    // A table is evidence: findings want it.
    private const double TableWeight = 1.2;

    // A heading says what its text is for; cues within are scattered.
    private const double HeadingCue = 0.4;

    // One that names what a section is for, or has the words of its title or brief, was written for it.
    private const double NamingHeading = 0.9;
    private const double FittingHeading = 0.5;

    /// <summary>Scores by section and block; larger is better.</summary>
    public static double[][] Of(ThesisSpec spec, IReadOnlyList<OutlineSection> sections, IReadOnlyList<TopicBlock> blocks, CancellationToken cancellationToken)
    {
        using PassageIndex passages = new([.. blocks.Select((block, i) => new Passage(string.Empty, block.SourceId, i, block.Heading, null, block.Text))]);
        RoleAffinity affinity = new(spec, blocks);
        Phrasebook book = Phrasebook.For(spec.Language);

        // The topic's words stand in every brief, and so tell nothing apart; the title's and the brief's own do. Where the case itself is the matter, its words do, too.
        HashSet<string> topic = Words.Stems(spec.Topic).ToHashSet(StringComparer.Ordinal);
        HashSet<string> topicAndCase = Words.Stems($"{spec.Topic} {spec.CaseStudy}").ToHashSet(StringComparer.Ordinal);
        double[][] scores = new double[sections.Count][];
        for (int s = 0; s < sections.Count; s++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            OutlineSection section = sections[s];
            double[] row = new double[blocks.Count];
            QuestionKind kind = QuestionKind.Of(spec, section, book);

            // Who asks what drove a thing must find what is written on who drives it. What is to be expected is expected of what is asked.
            string query = section.ResearchQuestion is null
                ? $"{string.Join(' ', Words.Of(section.Title).Where(word => !QuestionKind.IsPurpose(word, book)))} {section.Brief}"
                : kind.Name == QuestionKind.Cause ? $"{section.Brief} {string.Join(' ', book.Words("ask.cause").Order(StringComparer.Ordinal))}" : section.Brief;
            HashSet<string> common = section.Role is SectionRoles.Case or SectionRoles.Results ? topic : topicAndCase;
            double specific = SpecificWeight;
            if (Propositions.Make(section))
            {
                (query, common, specific) = ($"{string.Join(' ', spec.ResearchQuestions)} {spec.Topic}", [], ExpectedWeight);
            }

            Add(row, passages, string.Join(' ', Words.Of(query).Where(word => !common.Contains(Words.Stem(word)))), specific);
            Add(row, passages, query, WholeWeight);
            HeadingFit fit = new(section.Title, section.Brief, common);
            for (int b = 0; b < row.Length; b++)
            {
                row[b] += section.Role == SectionRoles.Results && blocks[b].HasTable ? TableWeight : 0;
                row[b] += AffinityWeight * affinity.Of(section.Role, kind, b);
                row[b] += fit.Fits(blocks[b].Heading) ? FittingHeading : 0;
            }

            // The limits of a study are not those of what it speaks of.
            if (section.Role != SectionRoles.Discussion || kind.Name != QuestionKind.Gap)
            {
                AddCues(row, section, kind, blocks, Propositions.Make(section) ? statement => Propositions.IsGeneral(statement, book) : _ => true);
            }

            scores[s] = row;
        }

        return scores;
    }

    // What answers a question of its kind: causes, effects, changes; definitions, limits, measurements.
    private static void AddCues(double[] row, OutlineSection section, QuestionKind kind, IReadOnlyList<TopicBlock> blocks, Func<string, bool> counts)
    {
        double[] cues = [.. blocks.Select(block => Cues(kind, block, counts))];
        double most = Math.Max(1e-9, cues.DefaultIfEmpty(0).Max());
        for (int b = 0; b < row.Length; b++)
        {
            row[b] += (CueWeight * cues[b] / most) + (IsFor(section, kind, blocks[b].Heading) ? NamingHeading : 0);
        }
    }

    // Meaning and advice are named for their own sake; limits may be of the study or of what it speaks of, and a question's words (change, cost) and history stand over much, but a reason over what it is one of.
    private static bool IsFor(OutlineSection section, QuestionKind kind, string? heading) => section.ResearchQuestion is not null ? kind.IsReason(heading) : kind.Name is not (QuestionKind.Origin or QuestionKind.Gap) && kind.IsAskedIn(heading);

    private static double Cues(QuestionKind kind, TopicBlock block, Func<string, bool> counts)
    {
        double[] cues = [.. SentenceSplitter.Split(block.Text).Select(sentence => counts(sentence) ? kind.CuesIn(sentence) : 0)];

        // What opens with a definition is written to define; further down one may stand by the way.
        bool opens = kind.Name == QuestionKind.Definition && cues.FirstOrDefault() > 0;
        return cues.DefaultIfEmpty(0).Average() + (opens || kind.IsNamedIn(block.Heading) ? HeadingCue : 0);
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
