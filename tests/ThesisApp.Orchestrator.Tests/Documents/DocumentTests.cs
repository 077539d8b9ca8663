using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;

namespace ThesisApp.Orchestrator.Tests.Documents;

public sealed class DocumentTests(OrchestratorHost host) : ApiTest(host)
{
    private const string Hostile = "<script>alert(1)</script>";

    [Fact]
    public async Task Documents_are_listed_with_their_media_types()
    {
        RunInfo run = await FinishedRunAsync();

        IReadOnlyList<DocumentInfo> documents = await Client.ListDocumentsAsync(run.Id, Cancellation);

        Assert.Equal(
            ["chapters/ch1.md text/markdown; charset=utf-8", "report.html text/html; charset=utf-8", "report.json application/json; charset=utf-8", "thesis.html text/html; charset=utf-8", "thesis.md text/markdown; charset=utf-8"],
            documents.Select(document => $"{document.Name} {document.MediaType}"));
    }

    [Theory]
    [InlineData("thesis.md", "# Thesis")]
    [InlineData("markdown", "# Thesis")]
    [InlineData("chapters/ch1.md", "# One")]
    [InlineData("html", Hostile)]
    public async Task Document_is_found_by_path_and_by_format(string name, string content)
    {
        RunInfo run = await FinishedRunAsync();

        byte[] bytes = await Client.DownloadAsync(run.Id, name, Cancellation);

        Assert.Equal(content, Encoding.UTF8.GetString(bytes));
    }

    [Fact]
    public async Task Archive_holds_every_document()
    {
        RunInfo run = await FinishedRunAsync();

        using ZipArchive archive = new(new MemoryStream(await Client.DownloadAsync(run.Id, "zip", Cancellation)));

        Assert.Equal(["chapters/ch1.md", "report.html", "report.json", "thesis.html", "thesis.md"], archive.Entries.Select(entry => entry.FullName));
    }

    [Fact]
    public async Task Report_names_every_task_with_its_agent_and_times()
    {
        RunInfo run = await FinishedRunAsync();

        RunReport report = JsonSerializer.Deserialize(await Client.DownloadAsync(run.Id, "report.json", Cancellation), ContractsJson.Default.RunReport)!;

        Assert.All(report.Tasks, task => Assert.True(task is { State: TaskState.Done, Agent: "test-agent", Attempts: 1, StartedAt: not null, FinishedAt: not null }));
    }

    [Fact]
    public async Task Report_of_an_unfinished_run_says_that_nothing_was_checked()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Client.PauseAsync(run.Id, Cancellation);

        RunReport report = JsonSerializer.Deserialize(await Client.DownloadAsync(run.Id, "report", Cancellation), ContractsJson.Default.RunReport)!;

        Assert.Contains("has not been checked", Assert.Single(report.Warnings), StringComparison.Ordinal);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task No_browser_may_run_what_a_document_holds()
    {
        RunInfo run = await FinishedRunAsync();

        using HttpResponseMessage response = await Http.GetAsync(ApiRoutes.Document(run.Id, "thesis.html"), Cancellation);

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("thesis.docx")]
    [InlineData("../../spec")]
    [InlineData("..%2Fmanuscript")]
    public async Task Document_that_is_not_there_is_not_found(string name)
    {
        RunInfo run = await FinishedRunAsync();

        using HttpResponseMessage response = await Http.GetAsync($"{ApiRoutes.Documents(run.Id)}/{name}", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<RunInfo> FinishedRunAsync()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(sources: "notes/one.md"), Cancellation);
        TaskLease lease = await Host.LeaseAsync(run.Id, "plan", Cancellation);
        Dictionary<string, ReadOnlyMemory<byte>> artifacts = new()
        {
            [ArtifactNames.Document("thesis.md")] = Samples.Bytes("# Thesis"),
            [ArtifactNames.Document("thesis.html")] = Samples.Bytes(Hostile),
            [ArtifactNames.Document("chapters/ch1.md")] = Samples.Bytes("# One"),
            ["manuscript"] = Samples.Bytes("{}"),
        };
        await Host.Board.CompleteAsync(lease, new TaskResult { Artifacts = artifacts }, takeNext: false, Cancellation);
        return (await Client.FindRunAsync(run.Id, Cancellation))!;
    }
}
