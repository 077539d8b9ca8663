using Microsoft.Extensions.Logging.Abstractions;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Security;

public sealed class RunUsersOnGarnetTests(GarnetFixture store) : StoreTest(store), IClassFixture<GarnetFixture>
{
    [Fact]
    public async Task Garnet_is_refused_with_what_to_do()
    {
        Store.SkipIfMissing();
        RedisRunUsers users = new(Store.Connection, new RunUserNames(new string('s', RunUserNames.LeastSecret)), NullLogger<RedisRunUsers>.Instance);

        RunUsersException refusal = await Assert.ThrowsAsync<RunUsersException>(() => users.CheckAsync(Cancellation));

        Assert.Contains("Use redis-server or valkey-server", refusal.Message, StringComparison.Ordinal);
    }
}
