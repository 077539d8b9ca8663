namespace ThesisApp.Documents.Sources;

/// <summary>A source cannot be read.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class SourceFormatException(string message) : Exception(message);
