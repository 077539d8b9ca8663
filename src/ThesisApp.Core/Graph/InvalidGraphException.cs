namespace ThesisApp.Core.Graph;

/// <summary>Tasks do not form a graph that can be worked off.</summary>
/// <param name="message">Which task, and why; a cycle is printed.</param>
public sealed class InvalidGraphException(string message) : Exception(message);
