using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Events;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Events;

/// <summary>The event log; the same for every store.</summary>
public abstract class EventLogTests(StoreFixture store) : StoreTest(store)
{
    [Fact]
    public async Task What_happens_is_logged_in_order_and_numbered_from_one()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.CompleteAsync(lease, new TaskResult { Message = "three \"words\"\nand a \\ line\u0001 é 😀" }, false, Cancellation);

        IReadOnlyList<RunEvent> events = await host.Events.ReadAsync(run, 0, 100, Cancellation);

        Assert.Equal(
            [RunEventTypes.RunCreated, RunEventTypes.TaskLeased, RunEventTypes.TaskDone, RunEventTypes.RunSucceeded],
            events.Select(happened => happened.Type));
        Assert.Equal([1L, 2, 3, 4], events.Select(happened => happened.Sequence));
        Assert.Equal(("a", "agent", 1, "three \"words\" and a \\ line  é 😀"), (events[2].TaskId, events[2].Agent, events[2].Attempt, events[2].Message));
    }

    [Fact]
    public async Task Reading_goes_on_after_a_sequence_number()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        await host.Runs.PauseAsync(run, Cancellation);
        await host.Runs.ResumeAsync(run, Cancellation);

        IReadOnlyList<RunEvent> events = await host.Events.ReadAsync(run, 1, 1, Cancellation);

        Assert.Equal((2L, RunEventTypes.RunPaused), (Assert.Single(events).Sequence, events[0].Type));
    }

    [Fact]
    public async Task Followers_see_every_event_once_and_end_with_the_run()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, [.. Enumerable.Range(0, 50).Select(i => Task($"t{i}"))]);
        Task<List<long>> following = FollowAsync(host, run);

        TaskLease? lease = await host.Board.TryLeaseAsync("agent", Cancellation);
        while (lease is not null)
        {
            lease = (await host.Board.CompleteAsync(lease, new TaskResult(), true, Cancellation)).Next;
        }

        List<long> seen = await following.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Equal(Enumerable.Range(1, 102).Select(i => (long)i), seen);
    }

    [Fact]
    public async Task Following_a_deleted_run_ends()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"));
        Task<List<long>> following = FollowAsync(host, run);

        await host.Runs.DeleteAsync(run, Cancellation);

        await following.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        Assert.Empty(KeysOf(run));
    }

    [Fact]
    public async Task Whoever_waits_for_ends_of_runs_is_told_by_what_each_one_ended()
    {
        await using CoordinationHost host = new(Store);
        await using IRunEndings endings = await host.Events.OpenEndingsAsync(Cancellation);
        string done = await host.CreateRunAsync(Cancellation, Task("a"));
        string cancelled = await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        while (lease.RunId != done)
        {
            await host.Board.ReleaseAsync(lease, Cancellation);
            lease = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        }

        await host.Board.CompleteAsync(lease, new TaskResult { Message = "its word" }, false, Cancellation);
        await host.Runs.CancelAsync(cancelled, "not wanted", Cancellation);

        Dictionary<string, RunEnding> told = await ReadEndingsAsync(endings, [done, cancelled]);
        Assert.Equal(
            [(3L, RunEventTypes.TaskDone, "its word"), (4, RunEventTypes.RunSucceeded, null)],
            told[done].LastEvents.TakeLast(2).Select(happened => (happened.Sequence, happened.Type, happened.Message)));
        Assert.Equal((RunEventTypes.RunCancelled, "not wanted"), (told[cancelled].LastEvents[^1].Type, told[cancelled].LastEvents[^1].Message));
    }

    // Other tests share the store and end runs of their own.
    private static async Task<Dictionary<string, RunEnding>> ReadEndingsAsync(IRunEndings endings, HashSet<string> wanted)
    {
        Dictionary<string, RunEnding> told = [];
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await foreach (RunEnding ending in endings.ReadAllAsync(limit.Token))
        {
            if (wanted.Contains(ending.RunId))
            {
                told.Add(ending.RunId, ending);
            }

            if (told.Count == wanted.Count)
            {
                break;
            }
        }

        return told;
    }

    private static async Task<List<long>> FollowAsync(CoordinationHost host, string run)
    {
        List<long> seen = [];
        await foreach (RunEvent happened in host.Events.FollowAsync(run, 0, Cancellation))
        {
            seen.Add(happened.Sequence);
        }

        return seen;
    }
}
