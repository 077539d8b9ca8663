using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Researching;

/// <summary>A section to be researched.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Section">Which section.</param>
/// <param name="Allotment">The passages that it has already.</param>
/// <param name="Sources">What the sources are about.</param>
public sealed record ResearchRequest(ThesisSpec Spec, OutlineSection Section, SectionAllotment Allotment, IReadOnlyList<SourceHeadings> Sources);
