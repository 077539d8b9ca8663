namespace ThesisApp.Sandboxes;

/// <summary>What a sandbox may use up.</summary>
public sealed record SandboxLimits
{
    /// <summary>Memory in bytes. The default value is 512 MiB.</summary>
    public long MemoryBytes { get; init; } = 512L << 20;

    /// <summary>Processors, such as 0.5. The default value is 1.</summary>
    public double Cpus { get; init; } = 1;

    /// <summary>Processes and threads together. The default value is 128.</summary>
    public int Processes { get; init; } = 128;

    /// <summary>Bytes in its scratch folder. The default value is 256 MiB.</summary>
    public long ScratchBytes { get; init; } = 256L << 20;
}
