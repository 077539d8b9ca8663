namespace ThesisApp.Coordination.Pool;

/// <summary>How much work there is of one kind of task.</summary>
/// <param name="Kind">The kind (<c>TaskDefinition.Kind</c>).</param>
/// <param name="Tasks">Tasks that are ready or in hand: an estimate where there are many.</param>
/// <param name="Cost">What these are expected to cost (<c>TaskDefinition.Cost</c>).</param>
/// <param name="SampleTime">How long tasks took that were done lately.</param>
/// <param name="SampleCost">What those were expected to cost; 0 if there were none.</param>
public sealed record KindDemand(string Kind, double Tasks, double Cost, TimeSpan SampleTime, double SampleCost)
{
    /// <summary>Both together, of the same kind.</summary>
    internal KindDemand Plus(KindDemand other) =>
        this with { Tasks = Tasks + other.Tasks, Cost = Cost + other.Cost, SampleTime = SampleTime + other.SampleTime, SampleCost = SampleCost + other.SampleCost };
}
