namespace ThesisApp.Sandboxes;

/// <summary>What a kind of sandbox is worth on this machine.</summary>
/// <param name="Kind">One of <see cref="SandboxKinds"/>.</param>
/// <param name="IsAvailable">True if sandboxes of this kind can be started.</param>
/// <param name="Reason">Why not, or by what: for people.</param>
/// <param name="Guarantees">Everything that a sandbox can withhold, and whether this one does here.</param>
public sealed record SandboxReport(string Kind, bool IsAvailable, string Reason, IReadOnlyList<GuaranteeReport> Guarantees)
{
    /// <summary>Whether something is withheld.</summary>
    public bool Holds(Guarantee guarantee) => Guarantees.Any(entry => entry.Guarantee == guarantee && entry.IsInForce);

    /// <summary>A kind that cannot be had.</summary>
    public static SandboxReport Missing(string kind, string reason) => new(kind, false, reason, []);
}
