using ThesisApp.Core.Drafts;
using ThesisApp.Core.Revisions;

namespace ThesisApp.Writing;

/// <summary>What a review gives.</summary>
/// <param name="Review">The text that may be used, and what was found.</param>
/// <param name="Artifacts">The section's artifacts, taken from that text; null where those that the draft proposed stand, as far as their sentences do.</param>
public sealed record ReviewedSection(SectionReview Review, IReadOnlyList<Artifact>? Artifacts)
{
    /// <summary>What became of each comment.</summary>
    public IReadOnlyList<CommentOutcome> Comments { get; init; } = [];
}
