using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Outlining;

/// <summary>What an outline is made from.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Sources">What the sources are about.</param>
public sealed record OutlineRequest(ThesisSpec Spec, IReadOnlyList<SourceHeadings> Sources);
