using System.Text.Json;

namespace ThesisApp.Orchestrator.Tests;

public sealed class OpenApiTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Document_describes_every_route()
    {
        using JsonDocument document = JsonDocument.Parse(await Http.GetStringAsync("/openapi/v1.json", Cancellation));

        string[] operations = [.. document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => $"{operation.Name} {path.Name}"))
            .Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "delete /api/runs/{runId}",
                "get /api/agents",
                "get /api/demand",
                "get /api/runs",
                "get /api/runs/{runId}",
                "get /api/runs/{runId}/documents",
                "get /api/runs/{runId}/documents/{name}",
                "get /api/runs/{runId}/events",
                "get /api/runs/{runId}/outline",
                "get /api/runs/{runId}/sections",
                "get /api/runs/{runId}/sections/{chapter}/{section}",
                "get /api/runs/{runId}/tasks",
                "post /api/runs",
                "post /api/runs/{runId}/cancel",
                "post /api/runs/{runId}/outline/approve",
                "post /api/runs/{runId}/pause",
                "post /api/runs/{runId}/resume",
                "post /api/runs/{runId}/sections/{chapter}/{section}/comments",
                "post /api/runs/{runId}/sections/{chapter}/{section}/lock",
                "post /api/runs/{runId}/sections/{chapter}/{section}/unlock",
                "post /api/runs/{runId}/tasks/{taskId}/retry",
                "put /api/runs/{runId}/outline",
                "put /api/runs/{runId}/sections/{chapter}/{section}",
            ],
            operations);
    }

    [Fact]
    public async Task The_bare_address_says_what_this_is_and_where_to_go_on()
    {
        string text = await Http.GetStringAsync("/", Cancellation);

        Assert.Contains("/openapi/v1.json", text, StringComparison.Ordinal);
        Assert.Contains("/api/runs", text, StringComparison.Ordinal);
    }
}
