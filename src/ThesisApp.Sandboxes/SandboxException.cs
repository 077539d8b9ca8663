namespace ThesisApp.Sandboxes;

/// <summary>A sandbox cannot be started or reached; the message says why and what to do.</summary>
public class SandboxException(string message, Exception? innerException = null) : Exception(message, innerException);
