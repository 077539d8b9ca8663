using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>A redis-server of a whole system's own, as the tests have one.</summary>
internal static class OwnRedis
{
    /// <summary>Starts it.</summary>
    /// <exception cref="InvalidOperationException">It cannot be had here; the message says why.</exception>
    public static async Task<RedisServerFixture> StartAsync()
    {
        RedisServerFixture store = new();
        await store.InitializeAsync();
        if (store.SkipReason is not { } reason)
        {
            return store;
        }

        await store.DisposeAsync();
        throw new InvalidOperationException(reason);
    }
}
