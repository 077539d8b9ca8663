using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>A draft to be reviewed.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Section">The outline's section.</param>
/// <param name="Draft">The draft.</param>
/// <param name="Allotment">The passages that it was given.</param>
/// <param name="Bibliography">The works that may be cited.</param>
/// <param name="Needed">The artifacts that it was given: their claims were reviewed where they were made, and may be repeated.</param>
public sealed record ReviewRequest(
    ThesisSpec Spec, OutlineSection Section, SectionDraft Draft, SectionAllotment Allotment, Bibliography Bibliography, IReadOnlyList<Artifact> Needed)
{
    /// <summary>What its reviewer wants changed, where a task of its own has asked; else null.</summary>
    public SectionVerdict? Verdict { get; init; }

    /// <summary>What users want changed, oldest first.</summary>
    public IReadOnlyList<SectionComment> Comments { get; init; } = [];

    /// <summary>Abbreviations of its passages that all sections use alike.</summary>
    public IReadOnlyList<SharedAbbreviation> Abbreviations { get; init; } = [];

    /// <summary>Passages that were looked up for it besides; only where a chat model writes.</summary>
    public IReadOnlyList<Passage> Found { get; init; } = [];
}
