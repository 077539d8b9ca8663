namespace ThesisApp.SystemTests.Telemetry;

/// <summary>A span that arrived.</summary>
internal sealed record ReceivedSpan(string Service, string Instance, string TraceId, string SpanId, string ParentId, string Name, IReadOnlyDictionary<string, string> Attributes);
