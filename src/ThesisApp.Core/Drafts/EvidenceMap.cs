namespace ThesisApp.Core.Drafts;

/// <summary>Which works the sections of a thesis were given passages of: what a section needs that says how far the collection of sources reaches.</summary>
/// <param name="Questions">For each research question that a section answers the keys of its works, in the order of the questions.</param>
/// <param name="Reviewed">The keys of the works in the review of the literature.</param>
public sealed record EvidenceMap(IReadOnlyList<QuestionEvidence> Questions, IReadOnlyList<string> Reviewed)
{
    /// <summary>Phrases that recur in what the sections on several questions were given, the most frequent first.</summary>
    public IReadOnlyList<string> Recurring { get; init; } = [];
}
