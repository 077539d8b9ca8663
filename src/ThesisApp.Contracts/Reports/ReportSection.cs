namespace ThesisApp.Contracts.Reports;

/// <summary>A section's length against its budget, in words.</summary>
/// <param name="Id"><c>chapter/section</c>.</param>
/// <param name="Number">Such as <c>2.3</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Budget">Words asked for.</param>
/// <param name="Words">Words written.</param>
/// <param name="Note">Why it falls short, or null.</param>
public sealed record ReportSection(string Id, string Number, string Title, int Budget, int Words, string? Note);
