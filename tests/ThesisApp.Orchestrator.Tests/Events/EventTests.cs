using System.Net;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Orchestrator.Tests.Events;

public sealed class EventTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Followed_events_end_with_the_one_that_makes_the_run_final()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        Task<List<RunEvent>> following = Client.FollowEventsAsync(run.Id, 0, Cancellation).ToListAsync(Cancellation).AsTask();

        await Client.CancelAsync(run.Id, Cancellation);

        List<RunEvent> events = await following;
        Assert.Equal((RunEventTypes.RunCreated, RunEventTypes.RunCancelled), (events[0].Type, events[^1].Type));
    }

    [Fact]
    public async Task Stream_goes_on_after_the_last_event_id()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Client.PauseAsync(run.Id, Cancellation);
        await Client.CancelAsync(run.Id, Cancellation);
        using HttpRequestMessage request = new(HttpMethod.Get, ApiRoutes.Events(run.Id));
        request.Headers.Add("Last-Event-ID", "1");

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        string[] ids = [.. (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n').Where(line => line.StartsWith("id: ", StringComparison.Ordinal))];
        Assert.Equal(["id: 2", "id: 3", "id: 3"], ids);
    }

    [Fact]
    public async Task Stream_of_a_final_run_ends_with_an_event_that_says_so()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        await Client.CancelAsync(run.Id, Cancellation);

        string stream = await Http.GetStringAsync(ApiRoutes.Events(run.Id), Cancellation);

        Assert.EndsWith("event: end\ndata: \nid: 2\n\n", stream, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    public async Task Bad_position_is_refused(string position)
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);

        using HttpResponseMessage response = await Http.GetAsync($"{ApiRoutes.Events(run.Id)}?after={position}", Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
