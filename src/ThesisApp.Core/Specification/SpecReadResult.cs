namespace ThesisApp.Core.Specification;

/// <summary>A specification as read: either valid, or with every mistake that was found.</summary>
/// <param name="Spec">The specification, or null if there are mistakes.</param>
/// <param name="Diagnostics">The mistakes, in the order of their lines; empty if there are none.</param>
/// <param name="SourceLines">The line of each entry of <c>sources</c>, in order, so that a missing file can be pointed at.</param>
/// <param name="BibliographyLine">The line of <c>bibliography</c>; 0 if there is none.</param>
public sealed record SpecReadResult(ThesisSpec? Spec, IReadOnlyList<SpecDiagnostic> Diagnostics, IReadOnlyList<int> SourceLines, int BibliographyLine);
