using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Cli.Tests.Support;

/// <summary>The wire of the orchestrator's API, without an orchestrator: answers what a test puts into it.</summary>
internal sealed class FakeOrchestrator : IAsyncDisposable
{
    public static readonly DateTimeOffset Epoch = new(2027, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly WebApplication _app;

    private FakeOrchestrator(WebApplication app)
    {
        _app = app;
    }

    public string Url => _app.Urls.Single();

    /// <summary>What every run answers. The id is set for each submission.</summary>
    public RunInfo Run { get; set; } = new("run-1", "How Storage Evolved", RunState.Succeeded, null, Epoch, Epoch.AddSeconds(9), new TaskCounts(2, 0, 0, 0, 0, 2, 0), new string('a', 32));

    public List<TaskInfo> Tasks { get; } =
    [
        new() { Id = "plan", Kind = "plan", Title = "Plan", State = TaskState.Done, Agent = "agent-1", Attempts = 1 },
        new() { Id = "draft:a/b", Kind = "draft", Title = "Draft 1.1", State = TaskState.Done, Agent = "agent-2", Attempts = 1 },
    ];

    public List<AgentInfo> Agents { get; } = [new("agent-1", "host", 4711, null, null, 3, Epoch, Epoch)];

    public Dictionary<string, byte[]> Documents { get; } = new(StringComparer.Ordinal);

    public List<string> IdempotencyKeys { get; } = [];

    public List<string> SubmittedFiles { get; } = [];

    /// <summary>The values of the submitted forms.</summary>
    public List<string> SubmittedValues { get; } = [];

    public List<string> Actions { get; } = [];

    public string Outline { get; set; } = "chapters: []\n";

    public string OutlineRevision { get; set; } = "00112233445566aa";

    /// <summary>What the outline is answered with instead of being taken, or null.</summary>
    public string? OutlineMistake { get; set; }

    /// <summary>Edited outlines by the revisions that they named.</summary>
    public List<(string Revision, string Yaml)> EditedOutlines { get; } = [];

    /// <summary>What every section answers.</summary>
    public SectionInfo Section { get; } = new("a/b", "1.1", "Background", SectionState.Edited, "8877665544332211", [new SectionCommentInfo("a/b", 1, "Say \u001b[31mmore.", Epoch, true, "The offline writer cannot follow comments.")]);

    /// <summary>How many requests are answered with 503 first.</summary>
    public int Refusals { get; set; }

    public static async Task<FakeOrchestrator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var fake = new FakeOrchestrator(app);
        fake.Map();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return fake;
    }

    public void AddThesis(RunReport? report = null)
    {
        Documents["thesis.md"] = "# Thesis\n"u8.ToArray();
        Documents["chapters/ch1.md"] = "# One\n"u8.ToArray();
        Documents["references.bib"] = "@article{a, title={A}}\n\n@book{b, title={B}}\n"u8.ToArray();
        Documents["report.json"] = JsonSerializer.SerializeToUtf8Bytes(report ?? CreateReport(), ContractsJson.Default.RunReport);
    }

    public RunReport CreateReport() => new(
        Run,
        [],
        [new ReportSection("a/b", "1.1", "Background", 400, 390, null)],
        new ReportCitations(12, 12, []),
        [],
        new ReportUsage(0, 0, 0),
        ["Only one source."]);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Map()
    {
        _app.Use(async (context, next) =>
        {
            if (Refusals > 0)
            {
                Refusals--;
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            await next(context);
        });
        _app.MapPost("/api/runs", SubmitAsync);
        _app.MapGet("/api/runs", () => Json<IReadOnlyList<RunInfo>>([Run]));
        _app.MapGet("/api/runs/{id}", (string id) => id == Run.Id ? Json(Run) : Results.Problem(title: "No such run", statusCode: 404));
        _app.MapGet("/api/runs/{id}/tasks", () => Json<IReadOnlyList<TaskInfo>>(Tasks));
        _app.MapGet("/api/agents", () => Json<IReadOnlyList<AgentInfo>>(Agents));
        _app.MapGet("/api/runs/{id}/documents", () => Json<IReadOnlyList<DocumentInfo>>([.. Documents.Select(document => new DocumentInfo(document.Key, "text/plain", document.Value.Length))]));
        _app.MapGet("/api/runs/{id}/documents/{**name}", (string name) => Documents.TryGetValue(Uri.UnescapeDataString(name), out var content) ? Results.Bytes(content) : Results.NotFound());
        _app.MapGet("/api/runs/{id}/events", EventsAsync);
        _app.MapGet("/api/runs/{id}/outline", (HttpResponse response) =>
        {
            response.Headers.ETag = $"\"{OutlineRevision}\"";
            return Results.Text(Outline, "application/yaml");
        });
        _app.MapPut("/api/runs/{id}/outline", EditOutlineAsync);
        _app.MapPost("/api/runs/{id}/outline/approve", () => Act("approve outline"));
        _app.MapGet("/api/runs/{id}/sections", () => Json<IReadOnlyList<SectionInfo>>([Section]));
        _app.MapGet("/api/runs/{id}/sections/{chapter}/{section}", (HttpResponse response) =>
        {
            response.Headers.ETag = "\"8877665544332211\"";
            return Results.Text("Text [@a, p. 1].\n", "text/markdown");
        });
        _app.MapPut("/api/runs/{id}/sections/{chapter}/{section}", (HttpRequest request, string chapter, string section) => SectionAsync(request, $"edit {chapter}/{section} {request.Headers.IfMatch}"));
        _app.MapPost("/api/runs/{id}/sections/{chapter}/{section}/{action}", (HttpRequest request, string chapter, string section, string action) => SectionAsync(request, $"{action} {chapter}/{section}"));
        _app.MapPost("/api/runs/{id}/{action}", (string action) => Act(action));
        _app.MapPost("/api/runs/{id}/tasks/{taskId}/retry", (string taskId) => Act($"retry {Uri.UnescapeDataString(taskId)}"));
    }

    private static IResult Json<T>(T value, int statusCode = 200) =>
        Results.Text(JsonSerializer.Serialize(value, typeof(T), ContractsJson.Default), "application/json", statusCode: statusCode);

    private IResult Act(string action)
    {
        Actions.Add(action);
        return Json(Run);
    }

    private async Task<IResult> SectionAsync(HttpRequest request, string action)
    {
        using StreamReader reader = new(request.Body);
        Actions.Add($"{action}: {await reader.ReadToEndAsync()}".TrimEnd(' ', ':'));
        return Json(Section);
    }

    private async Task<IResult> EditOutlineAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        EditedOutlines.Add((request.Headers.IfMatch.ToString(), await reader.ReadToEndAsync()));
        if (OutlineMistake is { } mistake)
        {
            return Results.Problem(mistake, title: "The outline has a mistake", statusCode: 400, extensions: new Dictionary<string, object?> { ["errors"] = new[] { new { file = "outline.yaml", line = 7, message = mistake, remedy = "Mend it." } } });
        }

        Run = Run with { State = RunState.Succeeded };
        return Json(Run);
    }

    private async Task<IResult> SubmitAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        IdempotencyKeys.Add(request.Headers[ApiRoutes.IdempotencyKeyHeader].ToString());
        SubmittedValues.AddRange(form.Select(value => $"{value.Key}={value.Value}"));
        SubmittedFiles.AddRange(form.Files.Select(file => $"{file.Name}:{file.FileName}"));
        request.HttpContext.Response.Headers.Location = ApiRoutes.Run(Run.Id);
        return Json(Run, StatusCodes.Status201Created);
    }

    private async Task EventsAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        RunEvent[] events = [new(1, Epoch, RunEventTypes.RunCreated, null, null, 0, "created"), new(2, Epoch, RunEventTypes.RunSucceeded, null, null, 0, null)];
        foreach (var runEvent in events)
        {
            await context.Response.WriteAsync($"id: {runEvent.Sequence}\nevent: {runEvent.Type}\ndata: {JsonSerializer.Serialize(runEvent, ContractsJson.Default.RunEvent)}\n\n");
        }

        await context.Response.WriteAsync($"event: {ServerEventTypes.End}\ndata: \n\n");
    }
}
