namespace ThesisApp.SystemTests.Telemetry;

/// <summary>A log record that arrived.</summary>
internal sealed record ReceivedLog(string Service, string Instance, string TraceId, string Body);
