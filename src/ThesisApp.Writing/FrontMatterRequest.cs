using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>The front matter to be written.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Chapters">The frames of the chapters that the abstract rests on (<see cref="Core.Planning.AbstractBasis"/>), in order.</param>
/// <param name="Sections">The reviewed sections that it rests on, in order.</param>
/// <param name="SourceCount">Sources that the user gave.</param>
public sealed record FrontMatterRequest(ThesisSpec Spec, Outline Outline, IReadOnlyList<ChapterFrame> Chapters, IReadOnlyList<SectionReview> Sections, int SourceCount)
{
    /// <summary>True if a model proposed the outline: the statement of how the text was made says so.</summary>
    public bool PlannedByModel { get; init; }

    /// <summary>True if a person edited the outline that a model had proposed, or put another in its place.</summary>
    public bool OutlineEdited { get; init; }
}
