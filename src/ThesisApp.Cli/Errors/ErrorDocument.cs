namespace ThesisApp.Cli.Errors;

/// <summary>A failure as <c>--json</c> prints it.</summary>
internal sealed record ErrorDocument(ErrorDetails Error);
