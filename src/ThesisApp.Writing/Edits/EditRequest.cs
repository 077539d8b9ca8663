using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Edits;

/// <summary>A section that a person has written.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Section">The outline's section.</param>
/// <param name="Text">The person's text.</param>
/// <param name="Sources">All sources: a person may cite any.</param>
/// <param name="Bibliography">The works that may be cited.</param>
public sealed record EditRequest(ThesisSpec Spec, OutlineSection Section, string Text, IReadOnlyList<SourceDocument> Sources, Bibliography Bibliography);
