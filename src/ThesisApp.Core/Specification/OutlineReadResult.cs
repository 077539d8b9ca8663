using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Specification;

/// <summary>An outline as a user sent it: either valid, or with every mistake that was found.</summary>
/// <param name="Outline">The outline, or null if there are mistakes.</param>
/// <param name="Diagnostics">The mistakes, in the order of their lines; empty if there are none.</param>
public sealed record OutlineReadResult(Outline? Outline, IReadOnlyList<SpecDiagnostic> Diagnostics);
