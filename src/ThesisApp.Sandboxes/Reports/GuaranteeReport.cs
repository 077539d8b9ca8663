namespace ThesisApp.Sandboxes;

/// <summary>One thing that a sandbox can withhold.</summary>
/// <param name="Guarantee">Which.</param>
/// <param name="IsInForce">Whether it does.</param>
/// <param name="By">What sees to it, or why nothing does.</param>
public sealed record GuaranteeReport(Guarantee Guarantee, bool IsInForce, string By);
