namespace ThesisApp.Sandboxes;

/// <summary>A sandbox as it is now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="StartedAt">When it was started, by the clock of the machine that it runs on.</param>
/// <param name="Exit">How it ended; null while it runs.</param>
public sealed record SandboxInfo(string Id, DateTimeOffset StartedAt, SandboxExit? Exit)
{
    /// <summary>True until it has ended.</summary>
    public bool IsRunning => Exit is null;
}
