namespace ThesisApp.Sandboxes;

/// <summary>A file of this machine that a sandbox may write.</summary>
/// <param name="Source">Where it is on this machine.</param>
/// <param name="Target">Where the sandbox finds it, where it has a root of its own.</param>
public sealed record WritableFile(string Source, string Target);
