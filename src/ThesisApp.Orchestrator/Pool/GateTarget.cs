namespace ThesisApp.Orchestrator.Pool;

/// <summary>A gate that sandboxes are to have.</summary>
/// <param name="Path">Its socket.</param>
/// <param name="Host">The host that it leads to.</param>
/// <param name="Port">The port there.</param>
internal sealed record GateTarget(string Path, string Host, int Port);
