namespace ThesisApp.Cli.Commands.Generate;

/// <summary>What the command line says of the approval of the outline.</summary>
/// <param name="IsAsked">True if the run is to wait for it, whatever the specification says.</param>
/// <param name="File">The outline to go on with when it waits, or null.</param>
internal sealed record ApprovalRequest(bool IsAsked, string? File);
