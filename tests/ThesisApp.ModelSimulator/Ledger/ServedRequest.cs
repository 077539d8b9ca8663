namespace ThesisApp.ModelSimulator.Ledger;

/// <summary>What became of one request, by the hash of what it asked.</summary>
internal sealed class ServedRequest
{
    /// <summary>The hash.</summary>
    public required string Hash { get; init; }

    /// <summary>The task that the prompt named.</summary>
    public required string Task { get; init; }

    /// <summary>How often it was asked.</summary>
    public int Attempts { get; set; }

    /// <summary>How often it was answered in full: more than once is paid more than once.</summary>
    public int Completed { get; set; }

    /// <summary>Tokens of its prompts that were answered.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens of its answers.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Faults that it met.</summary>
    public List<string> Faults { get; init; } = [];
}
