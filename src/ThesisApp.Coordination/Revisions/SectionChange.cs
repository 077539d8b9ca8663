namespace ThesisApp.Coordination.Revisions;

/// <summary>What a user has done to a section.</summary>
public sealed record SectionChange
{
    /// <summary>The outline's section.</summary>
    public required string SectionId { get; init; }

    /// <summary>What users had done to it before, in its stored form; empty for nothing.</summary>
    public ReadOnlyMemory<byte> Before { get; init; }

    /// <summary>What they have done to it now.</summary>
    public required ReadOnlyMemory<byte> After { get; init; }

    /// <summary>The agents' text that the change is based on, in its stored form, empty where there was none; null if it does not matter.</summary>
    public ReadOnlyMemory<byte>? Shown { get; init; }

    /// <summary>A line for the event log.</summary>
    public required string Message { get; init; }

    /// <summary>True to refuse it while an agent writes or reviews the section.</summary>
    public bool RefuseIfBusy { get; init; }

    /// <summary>What has to be done again.</summary>
    public required RedoFrom Redo { get; init; }
}
