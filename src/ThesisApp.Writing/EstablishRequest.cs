using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>An artifact to be established.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Artifact">Which artifact.</param>
/// <param name="Needed">The artifacts that it needs.</param>
/// <param name="Passages">Passages that retrieval found for it, most relevant first; may be shared with sections, so only terms and short claims come from them.</param>
public sealed record EstablishRequest(ThesisSpec Spec, Outline Outline, OutlineArtifact Artifact, IReadOnlyList<Artifact> Needed, IReadOnlyList<Passage> Passages);
