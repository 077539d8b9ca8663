namespace ThesisApp.Chaos;

/// <summary>The system did not keep what it promises.</summary>
/// <param name="message">Which promise, and what was found instead.</param>
internal sealed class PromiseBrokenException(string message) : Exception(message);
