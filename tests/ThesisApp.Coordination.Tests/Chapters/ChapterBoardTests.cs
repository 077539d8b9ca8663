using System.Text;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Chapters;

/// <summary>Runs whose chapters have sandboxes of their own; the same for every store.</summary>
public abstract class ChapterBoardTests(StoreFixture store) : StoreTest(store)
{
    private static readonly TimeSpan NoPatience = TimeSpan.Zero;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_chapters_tasks_are_leased_to_its_own_agent_alone()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("a1", "a"), Bound("b1", "b"), CoordinationHost.Task("shared"));

        TaskLease? shared = await host.Board.TryLeaseAsync("free", Cancellation);
        TaskLease? none = await host.Board.TryLeaseAsync("free", Cancellation);
        TaskLease? own = await host.Bound.LeaseAsync("bound", new SandboxScope(run, "b"), NoPatience, Cancellation);
        TaskLease? nothingMore = await host.Bound.LeaseAsync("bound", new SandboxScope(run, "b"), NoPatience, Cancellation);

        Assert.Equal(("shared", null, "b1", null), (shared?.Task.Id, none?.Task.Id, own?.Task.Id, nothingMore?.Task.Id));
    }

    [Fact]
    public async Task A_result_that_makes_a_chapters_task_ready_hands_it_to_nobody_else()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, CoordinationHost.Task("first"), Bound("a1", "a", "first"), CoordinationHost.Task("last", "a1"));
        TaskLease first = (await host.Board.TryLeaseAsync("free", Cancellation))!;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<TaskLease> idle = host.Board.LeaseAsync("idle", stop.Token);
        await host.WaitingAsync(1, Cancellation);

        CompleteResult answer = await host.Board.CompleteAsync(first, new TaskResult(), takeNext: true, Cancellation);
        TaskLease bound = (await host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), Patience, Cancellation))!;
        await host.Board.CompleteAsync(bound, new TaskResult(), takeNext: false, Cancellation);
        TaskLease last = await idle.WaitAsync(Patience, Cancellation);

        Assert.Equal((null, "a1", "last"), (answer.Next?.Task.Id, bound.Task.Id, last.Task.Id));
    }

    [Fact]
    public async Task An_agent_of_a_chapter_is_woken_by_what_becomes_ready()
    {
        await using CoordinationHost host = new(Store, options => options.PollInterval = TimeSpan.FromMinutes(5));
        string run = await CreateAsync(host, CoordinationHost.Task("first"), Bound("a1", "a", "first"));
        TaskLease first = (await host.Board.TryLeaseAsync("free", Cancellation))!;
        Task<TaskLease?> waiting = host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), TimeSpan.FromMinutes(5), Cancellation);
        await host.WaitingAsync(1, Cancellation);

        await host.Board.CompleteAsync(first, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal("a1", (await waiting.WaitAsync(Patience, Cancellation))?.Task.Id);
    }

    [Fact]
    public async Task An_agent_of_a_chapter_does_not_wait_for_a_run_that_does_not_go_on()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("a1", "a"));
        await host.Runs.CancelAsync(run, null, Cancellation);

        Assert.Null(await host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), TimeSpan.FromMinutes(5), Cancellation).WaitAsync(Patience, Cancellation));
        Assert.Null(await host.Bound.LeaseAsync("bound", new SandboxScope("not-there", "a"), TimeSpan.FromMinutes(5), Cancellation).WaitAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task Chapters_are_startable_once_all_that_they_need_from_outside_is_done()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, CoordinationHost.Task("first"), Bound("a1", "a"), Bound("b1", "b"), Bound("b2", "b", "first", "b1"));
        IReadOnlyList<SandboxScope> before = await host.ChapterWork.ListStartableAsync(Cancellation);
        TaskLease first = (await host.Board.TryLeaseAsync("free", Cancellation))!;
        await host.Board.CompleteAsync(first, new TaskResult(), takeNext: false, Cancellation);
        IReadOnlyList<SandboxScope> after = await host.ChapterWork.ListStartableAsync(Cancellation);
        await host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), NoPatience, Cancellation);
        IReadOnlyList<SandboxScope> atWork = await host.ChapterWork.ListStartableAsync(Cancellation);

        Assert.Equal([new SandboxScope(run, "a")], before);
        Assert.Equal([new SandboxScope(run, "a"), new SandboxScope(run, "b")], after.OrderBy(scope => scope.Chapter, StringComparer.Ordinal));
        Assert.Equal([new SandboxScope(run, "b")], atWork);
    }

    [Fact]
    public async Task A_chapters_tasks_are_no_work_for_sandboxes_that_are_bound_to_none()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("a1", "a"), Bound("b1", "b"), CoordinationHost.Task("shared"));
        await host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), NoPatience, Cancellation);

        PoolDemand demand = await host.Pools.MeasureDemandAsync(Cancellation);

        KindDemand kind = Assert.Single(demand.Kinds);
        Assert.Equal((1, 0, 1.0, 1.0), (demand.Ready, demand.Leased, kind.Tasks, kind.Cost));
    }

    [Fact]
    public async Task A_published_chapter_is_read_under_the_runs_own_keys_and_goes_with_the_run()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("publish", "a"), Bound("b1", "b"));
        TaskLease lease = (await host.Bound.LeaseAsync("bound", new SandboxScope(run, "a"), NoPatience, Cancellation))!;
        IDatabase database = Store.Connection.GetDatabase();

        bool published = await host.Bound.PublishAsync(lease, "a", Encoding.UTF8.GetBytes("# A"), Cancellation);

        Assert.True(published);
        Assert.Equal("# A", (string?)await database.StringGetAsync($"{{run:{run}}}:a:content"));
        Assert.Equal(lease.Token, (string?)await database.StringGetAsync($"{{run:{run}}}:complete:a"));
        Assert.False(await database.KeyExistsAsync($"{{run:{run}}}:complete:b"));
        await host.Runs.DeleteAsync(run, Cancellation);
        Assert.Empty(KeysOf(run));
    }

    [Fact]
    public async Task A_deleted_run_leaves_nothing_published_although_one_of_its_tasks_cannot_be_read()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("a1", "a"), Bound("b1", "b"));
        TaskLease lease = (await host.Bound.LeaseAsync("bound", new SandboxScope(run, "b"), NoPatience, Cancellation))!;
        Assert.True(await host.Bound.PublishAsync(lease, "b", Encoding.UTF8.GetBytes("text"), Cancellation));
        await Store.Connection.GetDatabase().HashSetAsync($"{{run:{run}}}:tasks", "a1", "no task");

        await host.Runs.DeleteAsync(run, Cancellation);

        Assert.Empty(KeysOf(run));
    }

    [Fact]
    public async Task Who_has_lost_the_lease_publishes_nothing()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("publish", "a"));
        TaskLease late = (await host.Bound.LeaseAsync("late", new SandboxScope(run, "a"), NoPatience, Cancellation))!;
        await host.Board.ReleaseAsync(late, Cancellation);
        TaskLease current = (await host.Bound.LeaseAsync("current", new SandboxScope(run, "a"), NoPatience, Cancellation))!;
        await host.Bound.PublishAsync(current, "a", Encoding.UTF8.GetBytes("of the current one"), Cancellation);

        bool published = await host.Bound.PublishAsync(late, "a", Encoding.UTF8.GetBytes("of the late one"), Cancellation);

        Assert.False(published);
        Assert.Equal("of the current one", (string?)await Store.Connection.GetDatabase().StringGetAsync($"{{run:{run}}}:a:content"));
    }

    [Fact]
    public async Task A_chapter_is_startable_although_a_dead_letter_keeps_some_of_it_from_being_done()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, CoordinationHost.Task("first"), Bound("b1", "b", "first"), Bound("b2", "b"));
        TaskLease first = (await host.Board.TryLeaseAsync("free", Cancellation))!;
        IReadOnlyList<SandboxScope> before = await host.ChapterWork.ListStartableAsync(Cancellation);

        await host.Board.FailAsync(first, new TaskFailure(IsPermanent: true, "No."), Cancellation);

        Assert.Empty(before);
        Assert.Equal([new SandboxScope(run, "b")], await host.ChapterWork.ListStartableAsync(Cancellation));
    }

    [Fact]
    public async Task No_more_chapters_are_startable_than_the_runs_share_lets_work()
    {
        await using CoordinationHost host = new(Store);
        string id = $"r{Guid.NewGuid():N}";
        await host.Runs.CreateAsync(new NewRun { Id = id, Title = "A run", Tasks = [Bound("a1", "a"), Bound("b1", "b")], PerChapter = true, Share = RunShare.Default with { MaxAgents = 1 } }, Cancellation);

        Assert.Single(await host.ChapterWork.ListStartableAsync(Cancellation));
        await host.Bound.LeaseAsync("bound", new SandboxScope(id, "a"), NoPatience, Cancellation);
        Assert.Empty(await host.ChapterWork.ListStartableAsync(Cancellation));
    }

    [Fact]
    public async Task What_no_orchestrator_would_call_a_run_or_a_chapter_gets_no_sandbox()
    {
        await using CoordinationHost host = new(Store);
        string run = await CreateAsync(host, Bound("a1", "../../a"), Bound("b1", "b"));

        // As an agent could write it, which has the rights to do so.
        IDatabase database = Store.Connection.GetDatabase();
        string forged = $"../{run}";
        foreach (string key in new[] { "meta", "tasks", "state" })
        {
            await database.HashSetAsync($"{{run:{forged}}}:{key}", await database.HashGetAllAsync($"{{run:{run}}}:{key}"));
        }

        await database.SetAddAsync("thesis:active", forged);
        try
        {
            Assert.Equal([new SandboxScope(run, "b")], await host.ChapterWork.ListStartableAsync(Cancellation));
        }
        finally
        {
            await database.SetRemoveAsync("thesis:active", forged);
        }
    }

    private static TaskDefinition Bound(string id, string chapter, params string[] needs) => CoordinationHost.Task(id, needs) with { Chapter = chapter };

    private static async Task<string> CreateAsync(CoordinationHost host, params TaskDefinition[] tasks)
    {
        string id = $"r{Guid.NewGuid():N}";
        await host.Runs.CreateAsync(new NewRun { Id = id, Title = "A run", Tasks = tasks, PerChapter = true }, Cancellation);
        return id;
    }
}
