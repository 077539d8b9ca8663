using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>A chapter to be framed.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Chapter">Which chapter.</param>
/// <param name="Sections">Its reviewed sections in order.</param>
public sealed record FrameRequest(ThesisSpec Spec, Outline Outline, OutlineChapter Chapter, IReadOnlyList<SectionReview> Sections);
