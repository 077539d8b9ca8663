namespace ThesisApp.Benchmarks.Measurements.Sandboxes;

/// <summary>A kind of sandbox with an agent in one of its forms.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Form">How the agent's code came to be compiled, and where it is.</param>
/// <param name="Settings">What the orchestrator is told.</param>
internal sealed record SandboxVariant(string Kind, string Form, (string Name, string Value)[] Settings);
