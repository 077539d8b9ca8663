using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>Leases: who holds a task, for how long, and whose result counts.</summary>
public abstract partial class TaskBoardTests
{
    private static readonly TimeSpan ShortLease = TimeSpan.FromMilliseconds(150);

    [Fact]
    public async Task Expired_lease_is_taken_over_with_a_higher_fencing_token()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;

        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);

        Assert.Equal("a", taken.Task.Id);
        Assert.Equal(2, taken.Attempt);
        Assert.True(decimal.Parse(taken.Token, null) > decimal.Parse(stalled.Token, null));
    }

    [Fact]
    public async Task A_stalled_agent_that_wakes_late_is_refused_and_changes_nothing()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;
        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);
        await host.Board.CompleteAsync(taken, Result("artifact", "right"), takeNext: false, Cancellation);

        CompleteResult late = await host.Board.CompleteAsync(stalled, Result("artifact", "stale"), takeNext: true, Cancellation);

        Assert.Equal(CompleteOutcome.Refused, late.Outcome);
        Assert.Null(late.Next);
        Assert.Equal("right", Encoding.UTF8.GetString((await host.Blackboard.ReadAsync(run, "artifact", Cancellation))!.Value.Span));
    }

    [Fact]
    public async Task A_stalled_agent_cannot_fail_release_or_extend_what_another_holds()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = ShortLease);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease stalled = (await host.Board.TryLeaseAsync("stalled", Cancellation))!;
        TaskLease taken = await host.Board.LeaseAsync("successor", Cancellation);

        FailResult fail = await host.Board.FailAsync(stalled, new TaskFailure(true, "too late"), Cancellation);
        bool released = await host.Board.ReleaseAsync(stalled, Cancellation);
        HeartbeatResult heartbeat = await host.Board.HeartbeatAsync(stalled, 0.5, null, Cancellation);

        Assert.Equal(FailResult.LeaseLost, fail);
        Assert.False(released);
        Assert.Equal(HeartbeatResult.LeaseLost, heartbeat);
        Assert.Equal(CompleteOutcome.Accepted, (await host.Board.CompleteAsync(taken, new TaskResult(), false, Cancellation)).Outcome);
    }

    [Fact]
    public async Task Heartbeats_keep_a_lease_beyond_its_first_deadline()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromSeconds(1));
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        HeartbeatResult heartbeat = HeartbeatResult.Extended;
        for (int i = 0; i < 8 && heartbeat == HeartbeatResult.Extended; i++)
        {
            await System.Threading.Tasks.Task.Delay(200, Cancellation);
            heartbeat = await host.Board.HeartbeatAsync(lease, i / 10.0, "writing", Cancellation);
        }

        Assert.Equal(HeartbeatResult.Extended, heartbeat);
        Assert.Null(await host.Board.TryLeaseAsync("other", Cancellation));
    }

    [Fact]
    public async Task Heartbeats_carry_progress_and_activity()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Board.HeartbeatAsync(lease, 0.25, "drafting", Cancellation);

        TaskInfo task = Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation));
        Assert.Equal(0.25, task.Progress);
        Assert.Equal("drafting", task.Activity);
        Assert.Equal("agent", task.Agent);
        Assert.Equal(TaskState.Leased, task.State);
    }

    [Fact]
    public async Task A_repeated_delivery_with_the_same_token_is_accepted_once()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"), Task("c", "b"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        CompleteResult repeated = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal(CompleteOutcome.Accepted, repeated.Outcome);
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((1, 1, 1), (info.Tasks.Done, info.Tasks.Ready, info.Tasks.Waiting));
    }

    [Fact]
    public async Task A_released_task_is_ready_at_once_and_the_attempt_does_not_count()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("leaving", Cancellation))!;

        bool released = await host.Board.ReleaseAsync(lease, Cancellation);

        Assert.True(released);
        Assert.Equal(1, (await host.Board.TryLeaseAsync("other", Cancellation))!.Attempt);
    }

    private static TaskResult Result(string name, string text) =>
        new() { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [name] = Encoding.UTF8.GetBytes(text) } };
}
