namespace ThesisApp.Coordination.Upkeep;

/// <summary>A run that a sweep or a removal has passed over.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Reason">What the store, or the reader of its answer, said.</param>
public sealed record UnreadableRun(string RunId, string Reason);
