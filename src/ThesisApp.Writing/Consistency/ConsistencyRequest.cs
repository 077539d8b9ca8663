using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Consistency;

/// <summary>What a reading of the whole reads.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Sections">All sections as reviewed, in the outline's order.</param>
/// <param name="Mendable">Ids of the sections in which spellings may be made alike: those that a model wrote, and no person has written or locked.</param>
public sealed record ConsistencyRequest(ThesisSpec Spec, Outline Outline, IReadOnlyList<SectionReview> Sections, IReadOnlyList<string> Mendable);
