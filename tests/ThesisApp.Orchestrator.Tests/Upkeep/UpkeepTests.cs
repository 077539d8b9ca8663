using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Orchestrator.Tests.Upkeep;

public sealed class UpkeepTests(OrchestratorHost host) : ApiTest(host)
{
    [Fact]
    public async Task Lease_of_an_agent_that_died_is_taken_back_although_no_agent_asks()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(sources: "notes/one.md"), Cancellation);
        TaskLease lease = await Host.LeaseAsync(run.Id, "ingest:notes/one.md", Cancellation);

        RunEvent expired = await Client.FollowEventsAsync(run.Id, 0, Cancellation).FirstAsync(happened => happened.Type == RunEventTypes.TaskExpired, Cancellation);

        Assert.Equal(lease.Task.Id, expired.TaskId);
        await Client.CancelAsync(run.Id, Cancellation);
    }
}
