namespace ThesisApp.Coordination.Upkeep;

/// <summary>What a removal of finished runs did.</summary>
/// <param name="Removed">The runs that are gone.</param>
/// <param name="Unreadable">Runs that were passed over: nobody can tell whether and when they were finished.</param>
public sealed record RemovalSummary(IReadOnlyList<string> Removed, IReadOnlyList<UnreadableRun> Unreadable);
