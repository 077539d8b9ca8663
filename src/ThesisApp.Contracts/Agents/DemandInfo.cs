namespace ThesisApp.Contracts.Agents;

/// <summary>How much work there is for agents, in all runs that go on: what an autoscaler goes by.</summary>
/// <param name="Ready">Tasks that could be taken now.</param>
/// <param name="Leased">Tasks that agents have in hand.</param>
/// <param name="Tasks">Both together: as many agents have something to do.</param>
public sealed record DemandInfo(int Ready, int Leased, int Tasks);
