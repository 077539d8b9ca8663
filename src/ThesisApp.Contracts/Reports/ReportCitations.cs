namespace ThesisApp.Contracts.Reports;

/// <summary>What became of the citations.</summary>
/// <param name="Made">Citations in the text.</param>
/// <param name="Resolved">Those whose work and passage exist.</param>
/// <param name="Unresolved">The others, as <c>key</c> or <c>key#passage</c> with their section.</param>
public sealed record ReportCitations(int Made, int Resolved, IReadOnlyList<string> Unresolved);
