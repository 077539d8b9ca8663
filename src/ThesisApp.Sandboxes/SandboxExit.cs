namespace ThesisApp.Sandboxes;

/// <summary>How a sandbox ended.</summary>
/// <param name="Code">Exit code, 128 and the signal's number if a signal ended it; null if nobody saw it end.</param>
/// <param name="IsOutOfMemory">True if the kernel ended a process in it because the memory was used up.</param>
public sealed record SandboxExit(int? Code, bool IsOutOfMemory = false)
{
    /// <summary>The end of what nobody saw end.</summary>
    public static SandboxExit Unseen { get; } = new((int?)null);
}
