using System.Globalization;
using System.Net;
using StackExchange.Redis;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;
using Xunit;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A Redis Cluster on loopback: three masters, each of which may have a replica.</summary>
public class RedisClusterFixture : StoreFixture
{
    private const int Masters = 3;
    private const int Slots = 16_384;

    // A port that was free a moment ago may be taken by the time a node wants it.
    private const int Tries = 5;

    private readonly List<RedisClusterNode> _nodes = [];

    /// <summary>The nodes: the masters first, then the replica of each in the same order.</summary>
    public IReadOnlyList<RedisClusterNode> Nodes => _nodes;

    /// <summary>The server program.</summary>
    protected virtual string Program => "redis-server";

    /// <summary>Whether each master has a replica that takes over when it dies.</summary>
    protected virtual bool HasReplicas => false;

    /// <summary>The node that serves a key now, so far as the client knows.</summary>
    public RedisClusterNode NodeOf(RedisKey key)
    {
        EndPoint endPoint = Connection.GetDatabase().IdentifyEndpoint(key) ?? throw new InvalidOperationException($"No node serves {key}.");
        return _nodes.Single(node => node.EndPoint.Equals(endPoint));
    }

    /// <summary>What each node thinks of the cluster, and the end of its log.</summary>
    public async Task<string> DescribeAsync(CancellationToken cancellationToken)
    {
        string[] views = await Task.WhenAll(_nodes.Select(async node =>
            $"== {node.EndPoint}, {(node.IsRunning ? "running" : "not running")}\n{await node.AskAsync("CLUSTER NODES", cancellationToken)}\n{node.Log}"));
        return string.Join('\n', views);
    }

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        if (Executables.Find(Program) is not { } executable)
        {
            SkipReason = $"{Program} is not installed.";
            return;
        }

        for (int attempt = 1; !await TryFormAsync(executable, TestContext.Current.CancellationToken); attempt++)
        {
            string state = await DescribeAsync(TestContext.Current.CancellationToken);
            await StopAsync();
            if (attempt == Tries)
            {
                throw new InvalidOperationException($"The cluster could not be formed. Its nodes said:\n{state}");
            }
        }

        ConnectionString = string.Join(',', _nodes.Select(node => node.EndPoint));
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        foreach (RedisClusterNode node in _nodes)
        {
            await node.DisposeAsync();
        }

        _nodes.Clear();
    }

    // Each node starts with the whole topology in its configuration file, as after a restart: no handshakes, no gossip, no conflict of epochs, nothing to wait for but the connections.
    private async Task<bool> TryFormAsync(string executable, CancellationToken cancellationToken)
    {
        _nodes.AddRange(Enumerable.Range(0, Masters).Select(_ => new RedisClusterNode(executable, master: null)));
        if (HasReplicas)
        {
            _nodes.AddRange(_nodes.ToArray().Select(master => new RedisClusterNode(executable, master)));
        }

        foreach (RedisClusterNode node in _nodes)
        {
            node.WriteTopology([.. _nodes.Select((other, index) => Describe(other, index, isMyself: other == node)), $"vars currentEpoch {Masters} lastVoteEpoch 0"]);
            node.Start();
        }

        string? formed = await Eventually.GetAsync(
            async token => _nodes.Exists(node => !node.IsRunning) ? "no"
                : (await Task.WhenAll(_nodes.Select(node => IsReadyAsync(node, token)))).All(ready => ready) ? "yes" : null,
            () => $"the cluster to be formed:\n{DescribeAsync(CancellationToken.None).GetAwaiter().GetResult()}",
            cancellationToken);
        return formed == "yes";
    }

    private async Task<bool> IsReadyAsync(RedisClusterNode node, CancellationToken cancellationToken)
    {
        string info = await node.AskAsync("CLUSTER INFO", cancellationToken) ?? string.Empty;
        string nodes = await node.AskAsync("CLUSTER NODES", cancellationToken) ?? string.Empty;
        string replication = await node.AskAsync("INFO replication", cancellationToken) ?? string.Empty;
        return info.Contains("cluster_state:ok", StringComparison.Ordinal)
            && info.Contains($"cluster_slots_ok:{Text(Slots)}", StringComparison.Ordinal)
            && nodes.Split('\n').Count(line => line.Contains(" connected", StringComparison.Ordinal)) == _nodes.Count
            && (node.Master is null || replication.Contains("master_link_status:up", StringComparison.Ordinal));
    }

    private static string Describe(RedisClusterNode node, int index, bool isMyself)
    {
        string myself = isMyself ? "myself," : string.Empty;
        string address = $"{node.Id} {node.EndPoint}@{Text(node.BusPort)} {myself}";
        return node.Master is { } master
            ? $"{address}slave {master.Id} 0 0 0 connected"
            : $"{address}master - 0 0 {Text(index + 1)} connected {Text(Slots * index / Masters)}-{Text((Slots * (index + 1) / Masters) - 1)}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
