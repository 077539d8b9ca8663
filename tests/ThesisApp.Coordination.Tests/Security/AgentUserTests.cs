using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Security;

/// <summary>How far agents are kept apart at the store, under the user that a deployment gives them: by the board's tokens from each other's tasks, and where the user's rights end.</summary>
public sealed class AgentUserTests(RestrictedRedisFixture store) : StoreTest(store), IClassFixture<RestrictedRedisFixture>
{
    [Fact]
    public async Task A_task_that_is_anothers_is_neither_completed_failed_given_back_nor_kept_under_an_invented_token()
    {
        await using CoordinationHost all = new(Store);
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using CoordinationHost agents = new(Store, connection: connection);
        string run = await all.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await agents.Board.TryLeaseAsync("honest", Cancellation))!;
        TaskLease invented = lease with { AgentId = "hostile", Token = "1" };

        CompleteResult completed = await agents.Board.CompleteAsync(invented, new TaskResult { Artifacts = Artifact("forged") }, takeNext: false, Cancellation);
        FailResult failed = await agents.Board.FailAsync(invented, new TaskFailure(IsPermanent: true, "forged"), Cancellation);
        bool isGivenBack = await agents.Board.ReleaseAsync(invented, Cancellation);
        HeartbeatResult beat = await agents.Board.HeartbeatAsync(invented, 0.5, "forged", Cancellation);
        CompleteResult honest = await agents.Board.CompleteAsync(lease, new TaskResult { Artifacts = Artifact("honest") }, takeNext: false, Cancellation);

        Assert.Equal((CompleteOutcome.Refused, FailResult.LeaseLost, false, HeartbeatResult.LeaseLost), (completed.Outcome, failed, isGivenBack, beat));
        Assert.Equal(CompleteOutcome.Accepted, honest.Outcome);
        Assert.Equal("honest"u8.ToArray(), (await all.Blackboard.ReadManyAsync(run, ["text"], Cancellation))[0]?.ToArray());
    }

    [Fact]
    public async Task The_token_of_one_task_does_not_complete_another_not_even_of_another_run()
    {
        await using CoordinationHost all = new(Store);
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using CoordinationHost agents = new(Store, connection: connection);
        await all.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        await all.CreateRunAsync(Cancellation, Task("a"));
        List<TaskLease> leases = [];
        while (await agents.Board.TryLeaseAsync("agent", Cancellation) is { } lease)
        {
            leases.Add(lease);
        }

        List<CompleteOutcome> outcomes = [];
        foreach (TaskLease own in leases)
        {
            foreach (TaskLease other in leases.Where(lease => lease != own))
            {
                outcomes.Add((await agents.Board.CompleteAsync(other with { Token = own.Token }, new TaskResult(), takeNext: false, Cancellation)).Outcome);
            }
        }

        Assert.Equal((3, 6), (leases.Count, outcomes.Count(outcome => outcome == CompleteOutcome.Refused)));
    }

    [Fact]
    public async Task An_agent_can_neither_make_a_run_nor_take_one_off_the_list()
    {
        await using CoordinationHost all = new(Store);
        await using ConnectionMultiplexer connection = await ConnectAsync();
        await using CoordinationHost agents = new(Store, connection: connection);
        string run = await all.CreateRunAsync(Cancellation, Task("a"));

        await Assert.ThrowsAnyAsync<RedisException>(() => agents.Runs.CreateAsync(new NewRun { Id = "forged", Title = "A run", Tasks = [Task("a")] }, Cancellation));
        await Assert.ThrowsAnyAsync<RedisException>(() => connection.GetDatabase().SortedSetRemoveAsync("thesis:runs", run));

        Assert.Equal(run, Assert.Single(await all.Runs.ListAsync(Cancellation)).Id);
    }

    /// <summary>Not a promise but its limit, so that nobody takes the users for more than they are (docs/sandboxes.md).</summary>
    [Fact]
    public async Task The_user_does_not_tell_runs_apart_so_a_hostile_agent_reads_what_it_has_no_task_of()
    {
        await using CoordinationHost all = new(Store);
        await using ConnectionMultiplexer connection = await ConnectAsync();
        string run = await all.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal("running", (string?)await connection.GetDatabase().HashGetAsync($"{{run:{run}}}:meta", "state"));
        Assert.Equal(RunState.Running, (await all.Runs.FindAsync(run, Cancellation))!.State);
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Artifact(string text) => new() { ["text"] = System.Text.Encoding.UTF8.GetBytes(text) };

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        Store.SkipIfMissing();
        return await ConnectionMultiplexer.ConnectAsync(((RestrictedRedisFixture)Store).Agent);
    }
}
