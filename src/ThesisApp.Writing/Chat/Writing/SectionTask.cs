using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Chat.Evidence;
using ThesisApp.Writing.Researching;

namespace ThesisApp.Writing.Chat.Writing;

/// <summary>What is known of a section whenever it is written, judged or written anew.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Section">The section.</param>
/// <param name="Needed">The artifacts that it was given.</param>
/// <param name="Evidence">What it may cite.</param>
internal sealed record SectionTask(ThesisSpec Spec, OutlineSection Section, IReadOnlyList<Artifact> Needed, EvidenceSet Evidence)
{
    // A model reads more than it writes, and needs something to choose from.
    private const int FewestWords = 2_500;
    private const int WordsOfWord = 5;

    /// <summary>Abbreviations of its passages that all sections use alike.</summary>
    public IReadOnlyList<SharedAbbreviation> Abbreviations { get; init; } = [];

    /// <summary>The task of whoever reviews or revises a section.</summary>
    public static SectionTask Of(ReviewRequest request) =>
        Of(request.Spec, request.Section, request.Needed, request.Allotment, request.Found) with { Abbreviations = request.Abbreviations };

    /// <summary>The task with the evidence that fits into a prompt.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="section">The section.</param>
    /// <param name="needed">The artifacts that it was given.</param>
    /// <param name="allotment">Its passages.</param>
    /// <param name="found">What was looked up for it besides.</param>
    /// <param name="share">Which part of them to take: less than 1 where a model cannot read so much.</param>
    public static SectionTask Of(ThesisSpec spec, OutlineSection section, IReadOnlyList<Artifact> needed, SectionAllotment allotment, IReadOnlyList<Passage>? found = null, double share = 1) => new(
        spec, section, needed, EvidenceSet.Of(ResearchFinder.Join(allotment.Passages, found ?? []), needed.SelectMany(artifact => artifact.Claims), (int)(Math.Max(FewestWords, section.Words * WordsOfWord) * share)).Knowing([.. PromptParts.Subject(spec), section.Title, section.Brief, PromptParts.Established(needed)]));
}
