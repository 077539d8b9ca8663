using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Telemetry;

/// <summary>The console exporter, for whoever has no collector.</summary>
public sealed class ConsoleExporterTests
{
    [Fact(Timeout = Limits.Test)]
    public async Task It_prints_spans_metrics_and_logs_when_asked_for()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Dictionary<string, string> variables = new(StringComparer.Ordinal) { ["Telemetry__Console"] = "true", ["OTEL_METRIC_EXPORT_INTERVAL"] = "500" };
        await using AppHostSystem system = await AppHostSystem.StartAsync(new SystemSettings { Agents = 1, Variables = variables }, cancellation);
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        string trace = (await system.Runs.WaitForEndAsync(run, cancellation)).TraceId!;

        string log = await Eventually.GetAsync(
            async token => await system.ReadLogAsync("agent", token) is var text && text.Contains("thesis.board.lease.latency", StringComparison.Ordinal) ? text : null,
            () => "metrics in the agent's log",
            cancellation);

        Assert.Contains($"Activity.TraceId:            {trace}", log, StringComparison.Ordinal);
        Assert.Contains($"LogRecord.TraceId:                 {trace}", log, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task It_prints_nothing_unless_asked_for()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await AppHostSystem.StartAsync(new SystemSettings { Agents = 1 }, cancellation);
        await system.Runs.WaitForEndAsync(await system.Runs.SubmitSampleAsync(cancellation), cancellation);

        Assert.DoesNotContain("TraceId:", await system.ReadLogAsync("agent", cancellation), StringComparison.Ordinal);
    }
}
