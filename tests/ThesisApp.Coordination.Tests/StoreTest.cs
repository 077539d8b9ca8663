using StackExchange.Redis;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests;

/// <summary>A test class on one kind of store; every test finds it empty.</summary>
public abstract class StoreTest(StoreFixture store) : IAsyncLifetime
{
    protected StoreFixture Store { get; } = store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (Store.SkipReason is null)
        {
            await Store.EmptyAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Store.SkipReason is null)
        {
            // What this test's services listened to must not be seen by the next test's.
            await Store.Connection.GetSubscriber().UnsubscribeAllAsync();
        }
    }

    /// <summary>Puts something in place of a run's record that is none, as whoever may write to its keys can.</summary>
    protected async Task ForgeAsync(string runId)
    {
        IDatabase database = Store.Connection.GetDatabase();
        await database.KeyDeleteAsync($"{{run:{runId}}}:meta");
        await database.StringSetAsync($"{{run:{runId}}}:meta", "forged");
    }

    protected RedisKey[] KeysOf(string runId) =>
        [.. Store.Connection.GetServers().Where(server => !server.IsReplica).SelectMany(server => server.Keys(pattern: $"*{runId}*"))];
}
