using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ThesisApp.SystemTests.Telemetry;

/// <summary>A collector that takes OTLP over HTTP and keeps what it gets. The numbers are those of the fields in OTLP's .proto files.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app) => _app = app;

    public ConcurrentQueue<ReceivedSpan> Spans { get; } = [];

    public ConcurrentQueue<ReceivedPoint> Points { get; } = [];

    public ConcurrentQueue<ReceivedLog> Logs { get; } = [];

    /// <summary>What lets a service send here, and soon.</summary>
    public Dictionary<string, string> Variables => new(StringComparer.Ordinal)
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.Single(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    };

    public static async Task<OtlpReceiver> StartAsync(CancellationToken cancellationToken)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        OtlpReceiver receiver = new(builder.Build());
        receiver._app.MapPost("/v1/traces", context => TakeAsync(context, receiver.TakeSpans));
        receiver._app.MapPost("/v1/metrics", context => TakeAsync(context, receiver.TakePoints));
        receiver._app.MapPost("/v1/logs", context => TakeAsync(context, receiver.TakeLogs));
        await receiver._app.StartAsync(cancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task TakeAsync(HttpContext context, Action<string, string, ProtoMessage> take)
    {
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        foreach (ProtoMessage ofResource in ProtoMessage.Read(body.ToArray()).Messages(1))
        {
            Dictionary<string, string> resource = ofResource.Message(1).Attributes(1);
            foreach (ProtoMessage ofScope in ofResource.Messages(2))
            {
                take(resource.GetValueOrDefault("service.name", string.Empty), resource.GetValueOrDefault("service.instance.id", string.Empty), ofScope);
            }
        }

        context.Response.ContentType = "application/x-protobuf";
    }

    private void TakeSpans(string service, string instance, ProtoMessage scope)
    {
        foreach (ProtoMessage span in scope.Messages(2))
        {
            Spans.Enqueue(new ReceivedSpan(service, instance, span.Hex(1), span.Hex(2), span.Hex(4), span.Text(5), span.Attributes(9)));
        }
    }

    private void TakePoints(string service, string instance, ProtoMessage scope)
    {
        foreach (ProtoMessage metric in scope.Messages(2))
        {
            // Gauges and sums have number points, histograms have points of their own.
            foreach (ProtoMessage point in metric.Message(5).Messages(1).Concat(metric.Message(7).Messages(1)))
            {
                Points.Enqueue(new ReceivedPoint(service, instance, metric.Text(1), point.Attributes(7), point.Number(6)));
            }

            foreach (ProtoMessage point in metric.Message(9).Messages(1))
            {
                Points.Enqueue(new ReceivedPoint(service, instance, metric.Text(1), point.Attributes(9), point.Number(4)));
            }
        }
    }

    private void TakeLogs(string service, string instance, ProtoMessage scope)
    {
        foreach (ProtoMessage record in scope.Messages(2))
        {
            Logs.Enqueue(new ReceivedLog(service, instance, record.Hex(9), record.Message(5).Text(1)));
        }
    }
}
