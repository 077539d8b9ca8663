namespace ThesisApp.Contracts.Reports;

/// <summary>A finding of a document-level check.</summary>
/// <param name="Id">The check, such as <c>duplicate-paragraph</c>.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Where">Section id or heading, or <c>document</c>.</param>
/// <param name="Message">What was found and what would be right.</param>
/// <param name="Line">The line of the checked file, or null where there is none.</param>
public sealed record ReportCheck(string Id, string Severity, string Where, string Message, int? Line = null);
