using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>Failures: what is tried again, and what becomes a dead letter.</summary>
public abstract partial class TaskBoardTests
{
    [Fact]
    public async Task A_passing_failure_is_retried()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        FailResult result = await host.Board.FailAsync(lease, new TaskFailure(false, "the model was busy"), Cancellation);

        Assert.Equal(FailResult.Retried, result);
        Assert.Equal(2, (await host.Board.LeaseAsync("agent", Cancellation)).Attempt);
    }

    [Fact]
    public async Task A_retry_waits_as_long_as_the_cause_asked_for()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        await host.Board.FailAsync(lease, new TaskFailure(false, "429", TimeSpan.FromMinutes(5)), Cancellation);

        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
        Assert.Equal(TaskState.Delayed, Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation)).State);
    }

    [Fact]
    public async Task A_permanent_failure_is_a_dead_letter_with_its_reason_and_fails_the_run()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("b", "a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        FailResult result = await host.Board.FailAsync(lease, new TaskFailure(true, "The source is not text."), Cancellation);

        Assert.Equal(FailResult.Dead, result);
        TaskInfo task = (await host.Runs.ListTasksAsync(run, Cancellation))[0];
        Assert.Equal((TaskState.Dead, "The source is not text."), (task.State, task.Error));
        Assert.Equal(RunState.Failed, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task Out_of_attempts_a_task_becomes_a_dead_letter()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a") with { MaxAttempts = 2 });
        TaskLease first = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(first, new TaskFailure(false, "busy", TimeSpan.Zero), Cancellation);
        TaskLease second = await host.Board.LeaseAsync("agent", Cancellation);

        FailResult result = await host.Board.FailAsync(second, new TaskFailure(false, "busy", TimeSpan.Zero), Cancellation);

        Assert.Equal(FailResult.Dead, result);
    }

    [Fact]
    public async Task The_rest_of_the_graph_goes_on_beside_a_dead_letter()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a") with { Priority = 2 }, Task("b") with { Priority = 1 });
        TaskLease a = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.FailAsync(a, new TaskFailure(true, "no"), Cancellation);

        TaskLease? b = await host.Board.TryLeaseAsync("agent", Cancellation);

        Assert.Equal("b", b?.Task.Id);
        Assert.Equal(RunState.Running, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task A_task_that_kills_every_agent_is_given_up()
    {
        await using CoordinationHost host = new(Store, options => options.LeaseDuration = TimeSpan.FromMilliseconds(100));
        string run = await host.CreateRunAsync(Cancellation, Task("bomb") with { MaxAttempts = 1 });

        for (int i = 0; i < 4; i++)
        {
            await host.Board.LeaseAsync($"victim-{i}", Cancellation);
        }

        await System.Threading.Tasks.Task.Delay(150, Cancellation);
        Assert.Null(await host.Board.TryLeaseAsync("survivor", Cancellation));
        Assert.Equal(TaskState.Dead, Assert.Single(await host.Runs.ListTasksAsync(run, Cancellation)).State);
    }
}
