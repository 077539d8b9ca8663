using System.Text;
using StackExchange.Redis;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Cache;

/// <summary>The cache of results; the same for every store.</summary>
public abstract class ResultCacheTests(StoreFixture store) : StoreTest(store)
{
    private static readonly TaskResult Result = new()
    {
        Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { ["draft/a"] = Encoding.UTF8.GetBytes("text"), ["empty"] = ReadOnlyMemory<byte>.Empty },
        Extension = [CoordinationHost.Task("more", "a")],
        Message = "3 sentences",
    };

    [Fact]
    public async Task A_result_is_found_by_what_it_was_made_from()
    {
        await using CoordinationHost host = new(Store);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);

        TaskResult? found = await host.Cache.FindAsync(Inputs(), Cancellation);

        Assert.NotNull(found);
        Assert.True(found.FromCache);
        Assert.Equal("text", Encoding.UTF8.GetString(found.Artifacts["draft/a"].Span));
        Assert.Equal(0, found.Artifacts["empty"].Length);
        Assert.Equal(["a"], Assert.Single(found.Extension).Needs);
        Assert.Equal("3 sentences", found.Message);
    }

    [Theory]
    [InlineData("draft", "a", "offline/1", "other passages")]
    [InlineData("draft", "a", "offline/2", "passages")]
    [InlineData("draft", "b", "offline/1", "passages")]
    [InlineData("review", "a", "offline/1", "passages")]
    public async Task Whatever_differs_makes_it_another_result(string kind, string subject, string version, string passages)
    {
        await using CoordinationHost host = new(Store);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);

        Assert.Null(await host.Cache.FindAsync(Inputs(kind, subject, version, passages), Cancellation));
    }

    [Fact]
    public async Task What_has_changed_is_named()
    {
        await using CoordinationHost host = new(Store);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);

        Assert.Equal("changed: artifact x, passages", await host.Cache.ExplainAsync("thesis", Inputs(passages: "other").Add("artifact x", "new"u8), Cancellation));
        Assert.Equal("it was not made before", await host.Cache.ExplainAsync("another thesis", Inputs(), Cancellation));
    }

    [Fact]
    public async Task A_result_that_expired_is_made_again_and_says_so()
    {
        await using CoordinationHost host = new(Store);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);
        await Store.Connection.GetDatabase().KeyDeleteAsync($"thesis:cache:result:{Inputs().Key}");

        Assert.Null(await host.Cache.FindAsync(Inputs(), Cancellation));
        Assert.Equal("its result was no longer kept", await host.Cache.ExplainAsync("thesis", Inputs(), Cancellation));
    }

    [Fact]
    public async Task Every_entry_expires_some_day()
    {
        await using CoordinationHost host = new(Store);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);

        RedisKey[] keys = KeysOf("thesis:cache:");
        Assert.Equal(2, keys.Length);
        Assert.All(keys, key => Assert.NotNull(Store.Connection.GetDatabase().KeyTimeToLive(key)));
    }

    [Fact]
    public async Task A_damaged_entry_counts_as_none()
    {
        await using CoordinationHost host = new(Store);
        await Store.Connection.GetDatabase().StringSetAsync($"thesis:cache:result:{Inputs().Key}", "not compressed");

        Assert.Null(await host.Cache.FindAsync(Inputs(), Cancellation));
    }

    [Fact]
    public async Task Without_retention_nothing_is_kept()
    {
        await using CoordinationHost host = new(Store, options => options.CacheRetention = TimeSpan.Zero);
        await host.Cache.StoreAsync("thesis", Inputs(), Result, Cancellation);

        Assert.Null(await host.Cache.FindAsync(Inputs(), Cancellation));
        Assert.Empty(KeysOf("thesis:cache:"));
    }

    [Fact]
    public async Task The_task_list_says_whether_a_result_was_cached_and_why_it_was_made()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, CoordinationHost.Task("a"), CoordinationHost.Task("b", "a"));
        TaskLease first = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        CompleteResult answer = await host.Board.CompleteAsync(first, new TaskResult { FromCache = true, Why = "nothing has changed" }, takeNext: true, Cancellation);
        await host.Board.CompleteAsync(answer.Next!, new TaskResult { Why = "changed: passages" }, takeNext: false, Cancellation);

        Assert.Equal(
            [("a", true, "nothing has changed"), ("b", false, "changed: passages")],
            (await host.Runs.ListTasksAsync(run, Cancellation)).Select(task => (task.Id, task.FromCache, task.Why)));
    }

    private static TaskInputs Inputs(string kind = "draft", string subject = "a", string version = "offline/1", string passages = "passages") =>
        new TaskInputs(kind, subject, version).Add("passages", Encoding.UTF8.GetBytes(passages));
}
