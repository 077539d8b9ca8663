namespace ThesisApp.Coordination.Chapters;

/// <summary>What a sandbox is bound to: a run, or one chapter of it.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Chapter">Id of the chapter; null for all of the run but chapters that have sandboxes of their own.</param>
public sealed record SandboxScope(string RunId, string? Chapter = null);
