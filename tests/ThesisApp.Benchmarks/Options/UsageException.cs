namespace ThesisApp.Benchmarks.Options;

/// <summary>What was asked for cannot be done.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class UsageException(string message) : Exception(message);
