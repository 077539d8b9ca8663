using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Security;

/// <summary>Whose certificate the shared Redis may have.</summary>
public sealed class RedisTrustTests(TlsRedisFixture store) : IClassFixture<TlsRedisFixture>
{
    [Fact]
    public async Task The_certificate_of_the_named_authority_is_taken()
    {
        store.SkipIfMissing();

        await using IConnectionMultiplexer redis = Connect(store.Orchestrator, store.AuthorityFile);

        await redis.GetDatabase().PingAsync();
    }

    [Fact]
    public async Task The_certificate_of_an_authority_that_is_handed_over_itself_is_taken_as_well()
    {
        store.SkipIfMissing();

        using IHost host = Build(store.Orchestrator, null, await File.ReadAllTextAsync(store.AuthorityFile, TestContext.Current.CancellationToken));
        await using IConnectionMultiplexer redis = host.Services.GetRequiredService<IConnectionMultiplexer>();

        await redis.GetDatabase().PingAsync();
    }

    [Fact]
    public void An_authority_that_is_handed_over_itself_is_looked_at_at_the_start() =>
        Assert.Contains("Redis:Ca is no certificate", Assert.Throws<SharedRedisException>(() => Build("localhost:6379,ssl=true", null, "a text")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_named_authority_or_for_another_servers_name_it_is_not()
    {
        store.SkipIfMissing();

        await Assert.ThrowsAnyAsync<RedisException>(() => PingAsync(store.Orchestrator, null));
        await Assert.ThrowsAnyAsync<RedisException>(() => PingAsync(store.Orchestrator + ",sslHost=somebody.else", store.AuthorityFile));
    }

    [Fact]
    public async Task Who_does_not_encrypt_is_not_let_in()
    {
        store.SkipIfMissing();

        await Assert.ThrowsAnyAsync<RedisException>(() => PingAsync(store.Orchestrator.Replace("ssl=true,", string.Empty, StringComparison.Ordinal), null));
    }

    [Theory]
    [InlineData("localhost:6379", "any", "ssl=true")]
    [InlineData("localhost:6379,ssl=true", "/no/such/file", "/no/such/file")]
    [InlineData("localhost:6379,ssl=true", "a text", "cannot be read as a certificate")]
    public void What_cannot_be_is_refused_at_the_start(string connection, string file, string told)
    {
        string path = file;
        if (file is "a text")
        {
            path = Path.Combine(Directory.CreateTempSubdirectory("thesis-trust-").FullName, "ca.crt");
            File.WriteAllText(path, file);
        }

        SharedRedisException refusal = Assert.Throws<SharedRedisException>(() => Build(connection, path));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task PingAsync(string connection, string? file)
    {
        await using IConnectionMultiplexer redis = Connect(connection + ",connectTimeout=1500,connectRetry=1", file);
        await redis.GetDatabase().PingAsync();
    }

    private static IConnectionMultiplexer Connect(string connection, string? file) => Build(connection, file).Services.GetRequiredService<IConnectionMultiplexer>();

    private static IHost Build(string connection, string? file, string? text = null)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:redis"] = connection, ["Redis:CaFile"] = file, ["Redis:Ca"] = text });
        builder.AddSharedRedis("redis");
        return builder.Build();
    }
}
