namespace ThesisApp.Sandboxes;

/// <summary>A sandbox of that id is there already: nothing was started.</summary>
public sealed class SandboxExistsException(string id, Exception? innerException = null) : SandboxException($"There is a sandbox '{id}' already.", innerException);
