namespace ThesisApp.SystemTests.Telemetry;

/// <summary>A data point of a metric that arrived; of a histogram, how many values it counts.</summary>
internal sealed record ReceivedPoint(string Service, string Instance, string Metric, IReadOnlyDictionary<string, string> Attributes, ulong Value);
