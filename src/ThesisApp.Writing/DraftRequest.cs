using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>A section to be drafted.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Section">Which section.</param>
/// <param name="Needed">The artifacts that it needs.</param>
/// <param name="Allotment">The passages that it may borrow from.</param>
public sealed record DraftRequest(ThesisSpec Spec, Outline Outline, OutlineSection Section, IReadOnlyList<Artifact> Needed, SectionAllotment Allotment)
{
    /// <summary>Abbreviations of its passages that all sections use alike.</summary>
    public IReadOnlyList<SharedAbbreviation> Abbreviations { get; init; } = [];

    /// <summary>Passages that were looked up for it besides; only where a chat model writes.</summary>
    public IReadOnlyList<Passage> Found { get; init; } = [];
}
