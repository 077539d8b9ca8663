using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ThesisApp.Coordination;

/// <summary>What the board tells of itself: meter and activity source <c>ThesisApp.Coordination</c>.</summary>
public sealed class CoordinationMetrics
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "ThesisApp.Coordination";

    /// <summary>Spans of the board's scripts.</summary>
    public static readonly ActivitySource Activities = new(Name);

    private readonly Histogram<double> _operations;
    private readonly Histogram<double> _leaseLatency;
    private readonly Counter<long> _outcomes;

    /// <summary>Creates the instruments.</summary>
    public CoordinationMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        Meter meter = meters.Create(Name);
        _operations = meter.CreateHistogram<double>("thesis.board.operation.duration", "s", "Time of one script on the store, network included.");
        _leaseLatency = meter.CreateHistogram<double>("thesis.board.lease.latency", "s", "Time from a task's being ready to its lease.");
        _outcomes = meter.CreateCounter<long>("thesis.board.task.outcomes", "{task}", "Results and failures by what became of them.");
    }

    internal void RecordOperation(string operation, TimeSpan duration, bool failed) =>
        _operations.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("operation", operation), new KeyValuePair<string, object?>("failed", failed));

    internal void RecordLease(TimeSpan latency, string kind) =>
        _leaseLatency.Record(latency.TotalSeconds, new KeyValuePair<string, object?>("kind", kind));

    internal void RecordOutcome(string outcome, string kind) =>
        _outcomes.Add(1, new KeyValuePair<string, object?>("outcome", outcome), new KeyValuePair<string, object?>("kind", kind));
}
