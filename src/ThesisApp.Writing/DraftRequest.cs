using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>A section to be drafted.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Section">Which section.</param>
/// <param name="Needed">The artifacts that it needs.</param>
/// <param name="Allotment">The passages that it may borrow from.</param>
public sealed record DraftRequest(ThesisSpec Spec, Outline Outline, OutlineSection Section, IReadOnlyList<Artifact> Needed, SectionAllotment Allotment);
