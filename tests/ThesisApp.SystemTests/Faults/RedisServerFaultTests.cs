using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Faults;

/// <summary>The same on a redis-server that <c>ConnectionStrings__redis</c> leads to.</summary>
public sealed class RedisServerFaultTests(UndisturbedThesis undisturbed, RedisServerFixture store)
    : FaultTests(undisturbed, store.ConnectionString), IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    // Empty: what a test before this one left must not do this one's work.
    public async ValueTask InitializeAsync()
    {
        store.SkipIfMissing();
        await store.EmptyAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
