namespace ThesisApp.Orchestrator.Pool;

/// <summary>Another orchestrator looks after the pool by now: whatever was about to be done is its business.</summary>
internal sealed class TermOverException : Exception;
