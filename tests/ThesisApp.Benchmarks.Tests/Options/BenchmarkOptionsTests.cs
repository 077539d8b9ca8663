using ThesisApp.Benchmarks.Options;

namespace ThesisApp.Benchmarks.Tests.Options;

public sealed class BenchmarkOptionsTests
{
    [Fact]
    public void WithoutPeers_OursAloneIsMeasuredThreeTimes()
    {
        BenchmarkOptions options = BenchmarkOptions.Parse(["throughput"]);

        Assert.Equal(("throughput", null, null, 3), (options.Choice, options.Peers, options.Redis, options.Runs));
        Assert.False(options.Expects("bullmq"));
    }

    [Fact]
    public void PeersWithoutAFolder_AreThoseBesideTheRepository()
    {
        string peers = BenchmarkOptions.Parse(["graph", "--peers", "--runs", "5"]).Peers!;

        Assert.EndsWith(Path.Combine("shared", "peers"), peers, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(peers, "..", "..", RepositoryName(), "ThesisApp.sln")));
    }

    [Fact]
    public void PeersThatAreNotNamedInOnly_AreNotExpected()
    {
        BenchmarkOptions options = BenchmarkOptions.Parse(["graph", "--peers", "somewhere", "--only", "rq, streams"]);

        Assert.Equal("somewhere", options.Peers);
        Assert.True(options.Expects("rq"));
        Assert.True(options.Expects("streams"));
        Assert.False(options.Expects("bullmq"));
    }

    [Fact]
    public void AServer_IsHostAndPort()
    {
        BenchmarkOptions options = BenchmarkOptions.Parse(["latency", "--redis", "redis.local:6380"]);

        Assert.Equal(("redis.local", 6380), (options.Redis!.Host, options.Redis.Port));
    }

    [Theory]
    [InlineData("throughput", "--redis", "nowhere")]
    [InlineData("throughput", "--redis")]
    [InlineData("throughput", "--runs", "0")]
    [InlineData("throughput", "--runs", "many")]
    [InlineData("throughput", "--unheard-of")]
    [InlineData("throughput", "latency")]
    [InlineData("throughput", "--peers", "somewhere", "--redis", "127.0.0.1:6379")]
    public void WhatCannotBeDone_IsRefused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => BenchmarkOptions.Parse(arguments));

    // The working tree may be called anything.
    private static string RepositoryName()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ThesisApp.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.Name;
    }
}
