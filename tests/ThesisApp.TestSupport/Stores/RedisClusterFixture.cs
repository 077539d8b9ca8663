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

    private readonly List<RedisClusterNode> _nodes = [];

    /// <summary>Whether each master has a replica that takes over when it dies.</summary>
    protected virtual bool HasReplicas => false;

    /// <summary>The nodes: the masters first, then the replica of each in the same order.</summary>
    public IReadOnlyList<RedisClusterNode> Nodes => _nodes;

    /// <summary>The node that serves a key now, so far as the client knows.</summary>
    public RedisClusterNode NodeOf(RedisKey key)
    {
        EndPoint endPoint = Connection.GetDatabase().IdentifyEndpoint(key) ?? throw new InvalidOperationException($"No node serves {key}.");
        return _nodes.Single(node => node.EndPoint.Equals(endPoint));
    }

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        if (Executables.Find("redis-server") is not { } executable)
        {
            SkipReason = "redis-server is not installed (Debian: apt-get install redis-server).";
            return;
        }

        for (int i = 0; i < (HasReplicas ? 2 * Masters : Masters); i++)
        {
            RedisClusterNode node = new(executable, FreePort.Take());
            node.Start();
            _nodes.Add(node);
        }

        await FormAsync(TestContext.Current.CancellationToken);
        ConnectionString = string.Join(',', _nodes.Select(node => node.EndPoint));
    }

    /// <inheritdoc />
    protected override async Task StopAsync()
    {
        foreach (RedisClusterNode node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    private async Task FormAsync(CancellationToken cancellationToken)
    {
        await CommandAsync(0, server => server.PingAsync());
        for (int i = 0; i < _nodes.Count; i++)
        {
            int node = i;
            await CommandAsync(node, server => server.ExecuteAsync("CLUSTER", "MEET", "127.0.0.1", Text(_nodes[0].EndPoint.Port), Text(_nodes[0].BusPort)));
            if (node < Masters)
            {
                await CommandAsync(node, server => server.ExecuteAsync("CLUSTER", "ADDSLOTSRANGE", Text(Slots * node / Masters), Text((Slots * (node + 1) / Masters) - 1)));
            }
        }

        // A node knows the others by gossip only after a while.
        foreach (int replica in Enumerable.Range(Masters, _nodes.Count - Masters))
        {
            string master = (string)(await CommandAsync(replica - Masters, server => server.ExecuteAsync("CLUSTER", "MYID")))!;
            await UntilAsync(replica, server => server.ExecuteAsync("CLUSTER", "NODES"), nodes => nodes.Contains(master, StringComparison.Ordinal), cancellationToken);
            await CommandAsync(replica, server => server.ExecuteAsync("CLUSTER", "REPLICATE", master));
        }

        for (int node = 0; node < _nodes.Count; node++)
        {
            await UntilAsync(
                node,
                server => server.ExecuteAsync("CLUSTER", "INFO"),
                info => info.Contains("cluster_state:ok", StringComparison.Ordinal) && info.Contains($"cluster_known_nodes:{Text(_nodes.Count)}", StringComparison.Ordinal),
                cancellationToken);
        }

        for (int replica = Masters; replica < _nodes.Count; replica++)
        {
            await UntilAsync(
                replica, server => server.ExecuteAsync("INFO", "replication"), info => info.Contains("master_link_status:up", StringComparison.Ordinal), cancellationToken);
        }

        async Task<T> CommandAsync<T>(int node, Func<IServer, Task<T>> command)
        {
            // A connection to this very node, which does not follow the cluster's answers elsewhere.
            await using ConnectionMultiplexer connection = await ConnectAsync($"{_nodes[node].EndPoint},allowAdmin=true");
            return await command(connection.GetServer(_nodes[node].EndPoint));
        }

        Task UntilAsync(int node, Func<IServer, Task<RedisResult>> ask, Func<string, bool> isSo, CancellationToken token)
        {
            string answer = string.Empty;
            return Eventually.GetAsync(
                async _ => isSo(answer = (string?)await CommandAsync(node, ask) ?? string.Empty) ? answer : null,
                () => $"node {node} of the cluster; it says:\n{answer}",
                token);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
