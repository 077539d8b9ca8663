using ThesisApp.Client;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Orchestrator.Tests.Runs;

public sealed class RunTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Runs_are_listed_newest_first()
    {
        RunInfo older = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Task.Delay(5, Cancellation);
        RunInfo newer = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        IReadOnlyList<RunInfo> runs = await Client.ListRunsAsync(Cancellation);

        string[] order = [.. runs.Select(run => run.Id).Where(id => id == older.Id || id == newer.Id)];
        Assert.Equal([newer.Id, older.Id], order);
    }

    [Fact]
    public async Task Unknown_run_is_not_found()
    {
        Assert.Null(await Client.FindRunAsync("unknown", Cancellation));
    }

    [Theory]
    [InlineData("GET", "/api/runs/unknown")]
    [InlineData("DELETE", "/api/runs/unknown")]
    [InlineData("GET", "/api/runs/unknown/tasks")]
    [InlineData("GET", "/api/runs/unknown/events")]
    [InlineData("GET", "/api/runs/unknown/documents")]
    [InlineData("GET", "/api/runs/unknown/documents/markdown")]
    [InlineData("POST", "/api/runs/unknown/cancel")]
    [InlineData("POST", "/api/runs/unknown/pause")]
    [InlineData("POST", "/api/runs/unknown/resume")]
    [InlineData("POST", "/api/runs/unknown/tasks/plan/retry")]
    [InlineData("GET", "/api/runs/un%20known%0A")]
    [InlineData("GET", "/api/nothing")]
    public async Task What_is_not_there_answers_with_problem_details(string method, string route)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), route);

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Paused_run_hands_out_nothing_until_it_is_resumed()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        RunInfo paused = await Client.PauseAsync(run.Id, Cancellation);
        RunInfo resumed = await Client.ResumeAsync(run.Id, Cancellation);

        Assert.Equal((RunState.Paused, RunState.Running), (paused.State, resumed.State));
    }

    [Fact]
    public async Task Cancelled_run_cannot_be_resumed()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Client.CancelAsync(run.Id, Cancellation);

        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() => Client.ResumeAsync(run.Id, Cancellation));

        Assert.Equal(409, refused.StatusCode);
    }

    [Fact]
    public async Task Cancelling_twice_is_harmless()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Client.CancelAsync(run.Id, Cancellation);

        RunInfo again = await Client.CancelAsync(run.Id, Cancellation);

        Assert.Equal(RunState.Cancelled, again.State);
    }

    [Fact]
    public async Task Deleted_run_is_gone()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        await Client.DeleteRunAsync(run.Id, Cancellation);

        Assert.Null(await Client.FindRunAsync(run.Id, Cancellation));
    }

    [Fact]
    public async Task Dead_letter_whose_id_holds_slashes_is_retried()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(sources: "notes/one.md"), Cancellation);
        TaskLease lease = await Host.LeaseAsync(run.Id, "ingest:notes/one.md", Cancellation);
        await Host.Board.FailAsync(lease, new TaskFailure(IsPermanent: true, "It cannot be read."), Cancellation);

        RunInfo revived = await Client.RetryTaskAsync(run.Id, "ingest:notes/one.md", Cancellation);

        Assert.Equal((RunState.Running, 0), (revived.State, revived.Tasks.Dead));
    }

    [Fact]
    public async Task Task_that_is_no_dead_letter_cannot_be_retried()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() => Client.RetryTaskAsync(run.Id, "plan", Cancellation));

        Assert.Equal(409, refused.StatusCode);
    }

    [Fact]
    public async Task Unknown_task_cannot_be_retried()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        ThesisApiException refused = await Assert.ThrowsAsync<ThesisApiException>(() => Client.RetryTaskAsync(run.Id, "draft:nothing/here", Cancellation));

        Assert.Equal(404, refused.StatusCode);
    }
}
