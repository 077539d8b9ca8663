using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Revisions;

/// <summary>What users do to sections of runs that go on or have ended; the same for every store.</summary>
public abstract class SectionChangeTests(StoreFixture store) : StoreTest(store)
{
    private static readonly TaskDefinition[] Graph =
    [
        Task("draft:c/a"), Task("review:c/a", "draft:c/a"), Task("draft:c/b"), Task("review:c/b", "draft:c/b"), Task("draft:d/x", "review:c/a"), Task("review:d/x", "draft:d/x"),
        Task("chapter:c", "review:c/a", "review:c/b"), Task("chapter:d", "review:d/x"), Task("assemble", "chapter:c", "chapter:d"),
    ];

    [Fact]
    public async Task An_ended_run_does_again_what_depends_on_the_section_and_nothing_else()
    {
        await using CoordinationHost host = new(Store);
        string run = await FinishedAsync(host);

        RevisionResult result = await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation);

        Assert.Equal(RevisionResult.Applied, result);
        RunInfo reopened = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Running, null), (reopened.State, reopened.FinishedAt));
        Assert.Equal(["review:c/a", "draft:d/x", "review:d/x", "chapter:c", "chapter:d", "assemble"], (await WorkAsync(host)).OrderBy(id => Array.FindIndex(Graph, task => task.Id == id)));
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
        Assert.Equal("edit", Encoding.UTF8.GetString((await host.Blackboard.ReadAsync(run, ArtifactNames.User("c/a"), Cancellation))!.Value.Span));
    }

    [Fact]
    public async Task A_result_that_was_in_hand_when_its_basis_changed_is_refused()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Graph);
        await DoAsync(host, "draft:c/a", "draft:c/b", "review:c/a", "review:c/b");
        TaskLease stale = (await LeasesAsync(host)).Single(lease => lease.Task.Id == "chapter:c");

        await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation);

        Assert.Equal(HeartbeatResult.LeaseLost, await host.Board.HeartbeatAsync(stale, 0.5, null, Cancellation));
        Dictionary<string, ReadOnlyMemory<byte>> late = new() { ["frame/c"] = "late"u8.ToArray() };
        Assert.Equal(CompleteOutcome.Refused, (await host.Board.CompleteAsync(stale, new TaskResult { Artifacts = late }, takeNext: false, Cancellation)).Outcome);
        Assert.Null(await host.Blackboard.ReadAsync(run, "frame/c", Cancellation));
        await WorkAsync(host);
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task An_edit_while_an_agent_writes_the_section_is_refused_and_a_comment_is_not()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("draft:c/a"), Task("review:c/a", "draft:c/a"));
        TaskLease draft = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        Assert.Equal(RevisionResult.Busy, await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation));
        Assert.Equal(RevisionResult.Applied, await host.Revisions.ReviseSectionAsync(run, Change("comment") with { RefuseIfBusy = false }, Cancellation));

        Assert.Equal(CompleteOutcome.Accepted, (await host.Board.CompleteAsync(draft, new TaskResult(), takeNext: false, Cancellation)).Outcome);
        await WorkAsync(host);
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task An_edit_while_an_agent_revises_the_section_is_refused_and_afterwards_begins_with_the_review()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("review:c/a"), Task("revise:c/a", "review:c/a"), Task("chapter:c", "revise:c/a"));
        await DoAsync(host, "review:c/a");
        TaskLease revise = (await host.Board.TryLeaseAsync("agent", Cancellation))!;

        Assert.Equal("revise:c/a", revise.Task.Id);
        Assert.Equal(RevisionResult.Busy, await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation));
        await CompleteAsync(host, revise);

        Assert.Equal(RevisionResult.Applied, await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation));
        Assert.Equal(["review:c/a", "revise:c/a", "chapter:c"], await WorkAsync(host));
    }

    [Fact]
    public async Task Of_changes_that_are_based_on_the_same_state_one_is_taken()
    {
        await using CoordinationHost host = new(Store);
        await using CoordinationHost other = new(Store);
        string run = await FinishedAsync(host);

        RevisionResult[] results = await System.Threading.Tasks.Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? host : other).Revisions.ReviseSectionAsync(run, Change($"edit {i}"), Cancellation)));

        Assert.Single(results, result => result == RevisionResult.Applied);
        Assert.Equal(7, results.Count(result => result == RevisionResult.Stale));
    }

    [Fact]
    public async Task A_change_of_a_text_that_was_written_anew_meanwhile_is_refused_and_a_repeated_one_is_not()
    {
        await using CoordinationHost host = new(Store);
        string run = await FinishedAsync(host);
        byte[] text = "review of c/a"u8.ToArray();

        Assert.Equal(RevisionResult.Stale, await host.Revisions.ReviseSectionAsync(run, Change("edit") with { Shown = "older"u8.ToArray() }, Cancellation));
        Assert.Equal(RevisionResult.Applied, await host.Revisions.ReviseSectionAsync(run, Change("edit") with { Shown = text }, Cancellation));
        Assert.Equal(RevisionResult.Applied, await host.Revisions.ReviseSectionAsync(run, Change("edit") with { Shown = text }, Cancellation));
    }

    [Fact]
    public async Task What_is_not_there_or_was_cancelled_is_not_changed()
    {
        await using CoordinationHost host = new(Store);
        string run = await FinishedAsync(host);

        Assert.Equal(RevisionResult.Unknown, await host.Revisions.ReviseSectionAsync(run, Change("edit") with { SectionId = "c/none" }, Cancellation));
        Assert.Equal(RevisionResult.NotFound, await host.Revisions.ReviseSectionAsync("none", Change("edit"), Cancellation));
        Assert.Empty(KeysOf("none"));
        string cancelled = await host.CreateRunAsync(Cancellation, Graph);
        await host.Runs.CancelAsync(cancelled, null, Cancellation);
        Assert.Equal(RevisionResult.Conflict, await host.Revisions.ReviseSectionAsync(cancelled, Change("edit"), Cancellation));
    }

    [Fact]
    public async Task A_paused_run_stays_paused_and_a_lock_does_nothing_again()
    {
        await using CoordinationHost host = new(Store);
        string run = await FinishedAsync(host);
        await host.Revisions.ReviseSectionAsync(run, Change("lock") with { Redo = RedoFrom.Nothing }, Cancellation);
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
        await host.Revisions.ReviseSectionAsync(run, Change("edit") with { Before = "lock"u8.ToArray() }, Cancellation);
        await host.Runs.PauseAsync(run, Cancellation);

        await host.Revisions.ReviseSectionAsync(run, Change("again") with { Before = "edit"u8.ToArray() }, Cancellation);

        Assert.Equal(RunState.Paused, (await host.Runs.FindAsync(run, Cancellation))!.State);
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
    }

    [Fact]
    public async Task A_dead_letter_among_what_depends_on_the_section_has_new_attempts()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Graph);
        await DoAsync(host, "draft:c/a", "draft:c/b", "review:c/a", "review:c/b", "draft:d/x", "review:d/x", "chapter:d");
        await host.Board.FailAsync((await host.Board.TryLeaseAsync("agent", Cancellation))!, new TaskFailure(IsPermanent: true, "Broken."), Cancellation);
        Assert.Equal(RunState.Failed, (await host.Runs.FindAsync(run, Cancellation))!.State);

        await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation);
        await WorkAsync(host);

        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task In_any_graph_at_any_moment_just_what_depends_on_the_section_is_done_again(int seed)
    {
        await using CoordinationHost host = new(Store);
        Random random = new(seed);
        List<TaskDefinition> graph = [Task("draft:c/a"), Task("review:c/a", "draft:c/a")];
        for (int i = 0; i < 30; i++)
        {
            graph.Add(Task($"t{i:00}", [.. graph.Where(_ => random.Next(6) == 0).Select(task => task.Id)]));
        }

        HashSet<string> dependents = ["review:c/a"];
        foreach (TaskDefinition task in graph.Where(task => task.Needs.Any(dependents.Contains)))
        {
            dependents.Add(task.Id);
        }

        string run = await host.CreateRunAsync(Cancellation, [.. graph]);
        HashSet<string> before = [];
        List<TaskLease> inHand = [];
        for (int i = 0; i < 20 && await host.Board.TryLeaseAsync("agent", Cancellation) is { } lease; i++)
        {
            if (random.Next(5) == 0 && !lease.Task.Id.Contains(':', StringComparison.Ordinal))
            {
                inHand.Add(lease);
            }
            else
            {
                await CompleteAsync(host, lease);
                before.Add(lease.Task.Id);
            }
        }

        Assert.Equal(RevisionResult.Applied, await host.Revisions.ReviseSectionAsync(run, Change("edit"), Cancellation));

        foreach (TaskLease lease in inHand)
        {
            CompleteOutcome outcome = (await host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation)).Outcome;
            Assert.Equal(dependents.Contains(lease.Task.Id) ? CompleteOutcome.Refused : CompleteOutcome.Accepted, outcome);
            before.UnionWith(outcome == CompleteOutcome.Accepted ? [lease.Task.Id] : Array.Empty<string>());
        }

        List<string> again = await WorkAsync(host);
        Assert.Equal(graph.Select(task => task.Id).Where(id => dependents.Contains(id) || !before.Contains(id)).Order(StringComparer.Ordinal), again.Order(StringComparer.Ordinal));
        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;
        Assert.Equal((RunState.Succeeded, new TaskCounts(graph.Count, 0, 0, 0, 0, graph.Count, 0)), (info.State, info.Tasks));
    }

    private static SectionChange Change(string after) =>
        new() { SectionId = "c/a", After = Encoding.UTF8.GetBytes(after), Message = "a test", RefuseIfBusy = true, Redo = RedoFrom.Review };

    private static async Task<string> FinishedAsync(CoordinationHost host)
    {
        string run = await host.CreateRunAsync(Cancellation, Graph);
        await WorkAsync(host);
        return run;
    }

    private static async Task<List<string>> WorkAsync(CoordinationHost host)
    {
        List<string> done = [];
        while (await host.Board.TryLeaseAsync("agent", Cancellation) is { } lease)
        {
            await CompleteAsync(host, lease);
            done.Add(lease.Task.Id);
        }

        return done;
    }

    // Does these and gives back what comes between.
    private static async Task DoAsync(CoordinationHost host, params string[] ids)
    {
        HashSet<string> left = [.. ids];
        while (left.Count > 0)
        {
            foreach (TaskLease lease in await LeasesAsync(host))
            {
                if (left.Remove(lease.Task.Id))
                {
                    await CompleteAsync(host, lease);
                }
                else
                {
                    await host.Board.ReleaseAsync(lease, Cancellation);
                }
            }
        }
    }

    private static async Task<List<TaskLease>> LeasesAsync(CoordinationHost host)
    {
        List<TaskLease> leases = [];
        while (await host.Board.TryLeaseAsync("agent", Cancellation) is { } lease)
        {
            leases.Add(lease);
        }

        return leases;
    }

    private static async Task CompleteAsync(CoordinationHost host, TaskLease lease)
    {
        Dictionary<string, ReadOnlyMemory<byte>> artifacts = lease.Task.Id.StartsWith("review:", StringComparison.Ordinal)
            ? new() { [ArtifactNames.Review(lease.Task.Id[7..])] = Encoding.UTF8.GetBytes($"review of {lease.Task.Id[7..]}") }
            : [];
        Assert.Equal(CompleteOutcome.Accepted, (await host.Board.CompleteAsync(lease, new TaskResult { Artifacts = artifacts }, takeNext: false, Cancellation)).Outcome);
    }
}
