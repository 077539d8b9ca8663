namespace ThesisApp.Coordination.Board;

/// <summary>Tasks were to be added that don't fit the graph.</summary>
/// <param name="message">Which task, and why.</param>
public sealed class InvalidTaskGraphException(string message) : Exception(message);
