namespace ThesisApp.Cli.Commands.Init;

/// <summary>What <c>thesis init --json</c> prints.</summary>
/// <param name="Folder">The folder, as a full path.</param>
/// <param name="Files">Files that were written.</param>
internal sealed record InitResult(string Folder, IReadOnlyList<string> Files);
