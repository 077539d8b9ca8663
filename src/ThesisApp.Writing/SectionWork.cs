using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing;

/// <summary>A drafted section and the artifacts that it gives.</summary>
/// <param name="Draft">Its text.</param>
/// <param name="Artifacts">One for each name in the section's <c>gives</c>.</param>
public sealed record SectionWork(SectionDraft Draft, IReadOnlyList<Artifact> Artifacts);
