namespace ThesisApp.Cli.Commands.Export;

/// <summary>What <c>thesis export --json</c> prints.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Output">The folder, as a full path.</param>
/// <param name="Documents">Files in it, with forward slashes.</param>
internal sealed record ExportResult(string RunId, string Output, IReadOnlyList<string> Documents);
