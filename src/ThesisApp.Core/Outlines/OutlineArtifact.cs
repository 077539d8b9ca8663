namespace ThesisApp.Core.Outlines;

/// <summary>An artifact that a small task establishes early, so that sections need not wait for whole chapters.</summary>
/// <param name="Name">Such as <c>objectives</c>.</param>
/// <param name="Brief">What it must hold.</param>
/// <param name="Needs">Artifacts that it is made from.</param>
public sealed record OutlineArtifact(string Name, string Brief, IReadOnlyList<string> Needs);
