namespace ThesisApp.Core.Specification;

/// <summary>What an outline may refer to: what its run was submitted with.</summary>
/// <param name="Questions">Number of research questions.</param>
/// <param name="Sources">Paths of the sources.</param>
internal sealed record OutlineFrame(int Questions, IReadOnlySet<string> Sources);
