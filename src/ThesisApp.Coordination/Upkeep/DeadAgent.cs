namespace ThesisApp.Coordination.Upkeep;

/// <summary>An agent that is taken for dead.</summary>
/// <param name="AgentId">Its id.</param>
/// <param name="Channel">The channel by which it was seen; null if it was only announced.</param>
/// <param name="BegunUpTo">Leases that began later (the store's clock, ms) are not its own but those of a successor with the same id.</param>
internal sealed record DeadAgent(string AgentId, string? Channel, long BegunUpTo);
