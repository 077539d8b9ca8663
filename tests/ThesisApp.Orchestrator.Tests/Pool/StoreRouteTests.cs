using ThesisApp.Orchestrator.Pool;

namespace ThesisApp.Orchestrator.Tests.Pool;

public sealed class StoreRouteTests
{
    private const string Socket = "/tmp/gate/redis";

    [Theory]
    [InlineData("localhost:6380", "!/tmp/gate/redis", "localhost", 6380)]
    [InlineData("redis", "!/tmp/gate/redis", "redis", 6379)]
    [InlineData("127.0.0.1:41,protocol=resp2", "!/tmp/gate/redis,protocol=resp2", "127.0.0.1", 41)]
    [InlineData("cache.example:6380,password=a:b==,ssl=True", "!/tmp/gate/redis,password=a:b==,ssl=True,sslHost=cache.example", "cache.example", 6380)]
    [InlineData("cache:6380,ssl=true,sslHost=other", "!/tmp/gate/redis,ssl=true,sslHost=other", "cache", 6380)]
    [InlineData("[::1]:7000", "!/tmp/gate/redis", "::1", 7000)]
    [InlineData("[::1]", "!/tmp/gate/redis", "::1", 6379)]
    public void One_server_is_reached_through_the_socket(string given, string told, string host, int port) => Assert.Equal(new StoreRoute(told, host, port), StoreRoute.Of(given, Socket));

    [Theory]
    [InlineData("a:1,b:2,password=x")]
    [InlineData("!/run/redis.sock")]
    public void Several_servers_or_a_socket_are_left_as_they_are(string given) => Assert.Equal(new StoreRoute(given, null, 0), StoreRoute.Of(given, Socket));
}
