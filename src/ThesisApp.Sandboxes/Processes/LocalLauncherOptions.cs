namespace ThesisApp.Sandboxes.Processes;

/// <summary>Where sandboxes of this machine live.</summary>
public sealed record LocalLauncherOptions
{
    /// <summary>The folder of their folders: whoever uses the same one sees the same sandboxes.</summary>
    public required string Directory { get; init; }

    /// <summary>How long a sandbox goes on when the process that keeps it has died and no other has adopted it. The default value is 10 seconds.</summary>
    public TimeSpan OrphanPatience { get; init; } = TimeSpan.FromSeconds(10);
}
