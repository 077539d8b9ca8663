using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Security;

[Collection(SharedRedisCluster.Name)]
public sealed class RunUsersOnClusterTests(RedisClusterFixture store) : StoreTest(store)
{
    [Fact]
    public async Task A_run_has_its_user_on_every_node_again_where_one_has_forgotten_it_and_on_none_when_it_is_removed()
    {
        Store.SkipIfMissing();
        RedisRunUsers users = new(Store.Connection, new RunUserNames(new string('s', RunUserNames.LeastSecret)), NullLogger<RedisRunUsers>.Instance);
        IServer[] nodes = Store.Connection.GetServers();
        string name = users.Of("run-1").Name;

        await users.CheckAsync(Cancellation);
        await users.MakeAsync(["run-1"], anew: false, Cancellation);
        Assert.Equal(nodes.Length, await CountAsync());
        await nodes[0].ExecuteAsync("ACL", "DELUSER", name);
        await users.MakeAsync(["run-1"], anew: false, Cancellation);
        Assert.Equal(nodes.Length, await CountAsync());
        await users.RemoveAsync("run-1", Cancellation);
        Assert.Equal(0, await CountAsync());

        async Task<int> CountAsync() => (await Task.WhenAll(nodes.Select(async node => (string[])(await node.ExecuteAsync("ACL", "USERS"))!))).Count(there => there.Contains(name));
    }
}
