using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Chat.Grounding;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>A text and what does not hold in it.</summary>
/// <param name="Paragraphs">The text.</param>
/// <param name="Problems">What does not hold.</param>
/// <param name="Words">Its length.</param>
internal sealed record WrittenSection(IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<Problem> Problems, int Words)
{
    private const double LeastOfBudget = 0.8;
    private const double MostOfBudget = 1.25;
    private const double LeastOfRevised = 0.6;

    /// <summary>The text without the sentences that do not hold.</summary>
    public IReadOnlyList<Paragraph> Sound => Without(_ => true);

    /// <summary>The text without the sentences that will not stay, whatever is found in them: foreign and repeated ones.</summary>
    public IReadOnlyList<Paragraph> Staying => Without(problem => problem.Kind is ProblemKind.Foreign or ProblemKind.Repeated);

    /// <summary>Reads and verifies what a model wrote.</summary>
    public static WrittenSection Of(string text, EvidenceSet evidence) => Of(DraftParser.Parse(text, evidence), evidence);

    /// <summary>Verifies a text.</summary>
    public static WrittenSection Of(IReadOnlyList<Paragraph> paragraphs, EvidenceSet evidence) => new(
        paragraphs, DraftVerifier.Verify(paragraphs, evidence), paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Text.Words.Count(sentence.Text)));

    /// <summary>What is wrong with its length, or null.</summary>
    public string? LengthReason(OutlineSection section) => Words < section.Words * LeastOfBudget
        ? $"- It has {Words} words; {section.Words} are asked for. Say more of what the passages hold."
        : Words > section.Words * MostOfBudget ? $"- It has {Words} words; {section.Words} are asked for. Say it in fewer." : null;

    /// <summary>True if this is too short to be the whole text again: an apology, or a part of it. What was too long, foreign or repeated may go.</summary>
    public bool IsFragmentOf(WrittenSection other, OutlineSection section)
    {
        int idle = other.Problems.Where(problem => problem.Kind is ProblemKind.Foreign or ProblemKind.Repeated).Sum(problem => Text.Words.Count(problem.Sentence.Text));
        return Words < LeastOfRevised * Math.Min(other.Words - idle, section.Words);
    }

    /// <summary>True if the length of this is nearer to what was asked for.</summary>
    public bool IsNearerThan(WrittenSection other, OutlineSection section) => Math.Abs(Words - section.Words) < Math.Abs(other.Words - section.Words);

    /// <summary>True if this is the better one of two: fewer things that do not hold; then the length that is nearer to what was asked for.</summary>
    public bool IsBetterThan(WrittenSection other, OutlineSection section) => Paragraphs.Count > 0
        && (Problems.Count, Math.Abs(Words - section.Words)).CompareTo((other.Problems.Count, Math.Abs(other.Words - section.Words))) < 0;

    private IReadOnlyList<Paragraph> Without(Func<Problem, bool> which)
    {
        HashSet<Sentence> gone = new(Problems.Where(which).Select(problem => problem.Sentence), ReferenceEqualityComparer.Instance);
        return
        [
            .. Paragraphs.Select(paragraph => paragraph with { Sentences = [.. paragraph.Sentences.Where(sentence => !gone.Contains(sentence))] })
                .Where(paragraph => paragraph.Sentences.Count > 0),
        ];
    }
}
