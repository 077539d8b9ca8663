using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Runs;

/// <summary>What users do to runs that go on, and to dead letters.</summary>
public abstract partial class RunStoreTests
{
    [Fact]
    public async Task A_paused_run_hands_out_nothing_but_takes_what_is_in_flight()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        RunActionResult paused = await host.Runs.PauseAsync(run, Cancellation);
        CompleteResult result = await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: true, Cancellation);

        Assert.Equal(RunActionResult.Applied, paused);
        Assert.Equal(CompleteOutcome.Accepted, result.Outcome);
        Assert.Null(result.Next);
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
    }

    [Fact]
    public async Task A_resumed_run_wakes_idle_agents()
    {
        await using CoordinationHost host = new(Store, options => options.PollInterval = TimeSpan.FromMinutes(5));
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.PauseAsync(run, Cancellation);
        Task<TaskLease> waiting = host.Board.LeaseAsync("idle", Cancellation);
        await System.Threading.Tasks.Task.Delay(200, Cancellation);

        await host.Runs.ResumeAsync(run, Cancellation);

        Assert.Equal("a", (await waiting.WaitAsync(TimeSpan.FromSeconds(30), Cancellation)).Task.Id);
    }

    [Fact]
    public async Task A_cancelled_run_tells_its_agents_and_takes_nothing_more()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Runs.CancelAsync(run, "changed my mind", Cancellation);

        Assert.Equal(HeartbeatResult.RunCancelled, await host.Board.HeartbeatAsync(lease, 0, null, Cancellation));
        Assert.Equal(CompleteOutcome.RunEnded, (await host.Board.CompleteAsync(lease, new TaskResult(), true, Cancellation)).Outcome);
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Cancelled, "changed my mind"), (info.State, info.Reason));
        Assert.All(await host.Runs.ListTasksAsync(run, Cancellation), task => Assert.Equal(TaskState.Cancelled, task.State));
    }

    [Fact]
    public async Task A_final_run_cannot_be_paused_and_a_missing_one_is_not_found()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.CancelAsync(run, null, Cancellation);

        Assert.Equal(RunActionResult.Conflict, await host.Runs.PauseAsync(run, Cancellation));
        Assert.Equal(RunActionResult.Unchanged, await host.Runs.CancelAsync(run, null, Cancellation));
        Assert.Equal(RunActionResult.NotFound, await host.Runs.ResumeAsync("none", Cancellation));
        Assert.Null(await host.Runs.FindAsync("no such/run", Cancellation));
    }

    [Fact]
    public async Task A_retried_dead_letter_lets_the_failed_run_go_on_to_its_end()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(lease, new TaskFailure(true, "no"), Cancellation);
        await host.Upkeep.SweepAsync(Cancellation);

        RunActionResult retried = await host.Runs.RetryTaskAsync(run, "a", Cancellation);

        Assert.Equal(RunActionResult.Applied, retried);
        TaskLease? next = await host.Board.TryLeaseAsync("agent", Cancellation);
        while (next is not null)
        {
            next = (await host.Board.CompleteAsync(next, new TaskResult(), true, Cancellation)).Next;
        }

        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Succeeded, 0, null), (info.State, info.Tasks.Dead, info.Reason));
    }

    [Fact]
    public async Task Only_dead_letters_can_be_retried()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));

        Assert.Equal(RunActionResult.Conflict, await host.Runs.RetryTaskAsync(run, "a", Cancellation));
        Assert.Equal(RunActionResult.NotFound, await host.Runs.RetryTaskAsync(run, "none", Cancellation));
    }
}
