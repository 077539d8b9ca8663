using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Faults;

/// <summary>The same on a redis-server that <c>ConnectionStrings__redis</c> leads to.</summary>
public sealed class RedisServerFaultTests(UndisturbedThesis undisturbed, RedisServerFixture store)
    : FaultTests(undisturbed, store.ConnectionString), IClassFixture<RedisServerFixture>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        store.SkipIfMissing();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
