namespace ThesisApp.Coordination.Pool;

/// <summary>How much work there is for agents, in all runs that go on.</summary>
/// <param name="Ready">Tasks that could be leased now.</param>
/// <param name="Leased">Tasks that agents have in hand.</param>
/// <param name="Kinds">The same by kind of task, and how long those took that were done lately.</param>
public sealed record PoolDemand(int Ready, int Leased, IReadOnlyList<KindDemand> Kinds);
