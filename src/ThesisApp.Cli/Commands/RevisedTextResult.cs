namespace ThesisApp.Cli.Commands;

/// <summary>What <c>outline show</c> and <c>section show</c> print as JSON.</summary>
/// <param name="Run">The run.</param>
/// <param name="Section">The section, or null for the outline.</param>
/// <param name="Revision">The revision that a change must name.</param>
/// <param name="Text">The text.</param>
internal sealed record RevisedTextResult(string Run, string? Section, string Revision, string Text);
