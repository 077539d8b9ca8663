namespace ThesisApp.Coordination.Pool;

/// <summary>How much work waits for agents, in all runs that go on.</summary>
/// <param name="Ready">Tasks that could be leased now.</param>
/// <param name="Leased">Tasks that agents have in hand.</param>
/// <param name="ReadyCost">What the ready ones are expected to cost (<c>TaskDefinition.Cost</c>).</param>
/// <param name="SampleTime">How long tasks took that were done lately.</param>
/// <param name="SampleCost">What those were expected to cost.</param>
public sealed record PoolDemand(int Ready, int Leased, double ReadyCost, TimeSpan SampleTime, double SampleCost);
