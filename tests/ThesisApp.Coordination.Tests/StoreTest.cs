using System.Net;
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
            foreach (EndPoint endPoint in Store.Connection.GetEndPoints())
            {
                await Store.Connection.GetServer(endPoint).ExecuteAsync("FLUSHDB");
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected RedisKey[] KeysOf(string runId) =>
        [.. Store.Connection.GetEndPoints().SelectMany(endPoint => Store.Connection.GetServer(endPoint).Keys(pattern: $"*{runId}*"))];
}
