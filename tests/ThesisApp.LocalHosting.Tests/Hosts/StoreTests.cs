using StackExchange.Redis;
using ThesisApp.LocalHosting.State;
using ThesisApp.LocalHosting.Tests.Support;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.LocalHosting.Tests.Hosts;

/// <summary>The Redis that a host provides.</summary>
public sealed class StoreTests(RedisServerFixture server) : IClassFixture<RedisServerFixture>, IDisposable
{
    private readonly HostFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task Data_in_the_embedded_Redis_survives_its_host(string signal)
    {
        await using (HostProcess first = HostProcess.Start(_folder))
        {
            await using ConnectionMultiplexer connection = await ConnectAsync(await first.ReadyAsync());
            await connection.GetDatabase().StringSetAsync("kept", "value");

            // The last moments before a kill may be lost; what was committed may not.
            await connection.GetDatabase().ExecuteAsync("COMMITAOF");
            await OsProcesses.SignalAsync(signal, first.Id);
            await first.ExitAsync();
        }

        await using HostProcess second = HostProcess.Start(_folder);
        await using ConnectionMultiplexer again = await ConnectAsync(await second.ReadyAsync());
        Assert.Equal("value", await again.GetDatabase().StringGetAsync("kept"));
    }

    [Fact]
    public async Task Processes_are_told_to_speak_RESP2_to_the_embedded_Redis()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        HostStatus status = await host.ReadyAsync();

        string connectionString = await AgentEnvironment.ReadAsync(Agent(status), "ConnectionStrings__redis");

        Assert.EndsWith(",protocol=resp2", connectionString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embedded_Redis_refuses_whoever_has_no_password()
    {
        await using HostProcess host = HostProcess.Start(_folder);
        string address = (await host.ReadyAsync()).Resources.Single(resource => resource.Name == "redis").Urls.Single();

        await Assert.ThrowsAsync<RedisConnectionException>(() => ConnectionMultiplexer.ConnectAsync($"{address},connectRetry=0"));
    }

    [Fact]
    public async Task A_connection_string_for_redis_is_handed_to_every_process()
    {
        server.SkipIfMissing();

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["ConnectionStrings__redis"] = server.ConnectionString });

        Assert.Equal(server.ConnectionString, await AgentEnvironment.ReadAsync(Agent(await host.ReadyAsync()), "ConnectionStrings__redis"));
    }

    [Fact]
    public async Task The_agents_register_at_the_redis_server_that_is_named()
    {
        server.SkipIfMissing();
        await server.Connection.GetServer(server.Connection.GetEndPoints()[0]).FlushDatabaseAsync();

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["ConnectionStrings__redis"] = server.ConnectionString });

        await host.ReadyAsync();
        await host.WroteAsync("is ready for work");
        Assert.NotEmpty(server.Connection.GetServer(server.Connection.GetEndPoints()[0]).Keys().ToArray());
    }

    [Fact]
    public async Task With_a_redis_server_none_is_embedded()
    {
        server.SkipIfMissing();

        await using HostProcess host = HostProcess.Start(_folder, environment: new() { ["ConnectionStrings__redis"] = server.ConnectionString });

        ResourceStatus redis = (await host.ReadyAsync()).Resources.Single(resource => resource.Name == "redis");
        Assert.Equal(("connection string", server.ConnectionString), (redis.Type, Assert.Single(redis.Urls)));
    }

    private static int Agent(HostStatus status) => status.Resources.Single(resource => resource.Name == "agent-1").Pid!.Value;

    private static async Task<ConnectionMultiplexer> ConnectAsync(HostStatus status) =>
        await ConnectionMultiplexer.ConnectAsync(await AgentEnvironment.ReadAsync(Agent(status), "ConnectionStrings__redis"));
}
