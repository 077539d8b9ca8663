using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Templates;

/// <summary>A built-in outline, before a specification has filled it in.</summary>
/// <param name="Name">What the specification calls it.</param>
/// <param name="Artifacts">Artifacts that small tasks establish.</param>
/// <param name="Chapters">Its chapters.</param>
public sealed record ThesisTemplate(string Name, IReadOnlyList<OutlineArtifact> Artifacts, IReadOnlyList<TemplateChapter> Chapters);
