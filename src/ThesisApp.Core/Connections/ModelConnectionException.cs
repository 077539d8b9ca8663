namespace ThesisApp.Core.Connections;

/// <summary>The connection string of a model is wrong.</summary>
/// <param name="message">What is wrong and what would be right; never contains a key.</param>
public sealed class ModelConnectionException(string message) : Exception(message);
