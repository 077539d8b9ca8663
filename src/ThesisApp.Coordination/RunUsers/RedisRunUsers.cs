using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace ThesisApp.Coordination.RunUsers;

/// <summary>Users of runs on Redis or Valkey, version 7 or later. Servers do not tell each other of their users, so each is told itself: the nodes of a cluster, and replicas, which may take over.</summary>
/// <param name="steward">A connection of a user that may make users.</param>
/// <param name="names">Who they are.</param>
/// <param name="logger">The log.</param>
internal sealed partial class RedisRunUsers(IConnectionMultiplexer steward, RunUserNames names, ILogger<RedisRunUsers> logger) : IRunUsers
{
    private static readonly Version Oldest = new(7, 0);

    public RunUser Of(string runId) => names.Of(runId);

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        foreach (IServer server in await ReachAsync(cancellationToken))
        {
            if (server.GetProductVariant(out _) is ProductVariant.Garnet)
            {
                throw new RunUsersException("Runs cannot be kept apart on Garnet: its users cannot be held to keys. Use redis-server or valkey-server, version 7 or later (ConnectionStrings:redis), or leave Pool:KeepRunsApart out.");
            }

            if (server.Version < Oldest)
            {
                throw new RunUsersException($"Runs cannot be kept apart on Redis {server.Version}: it takes version 7 or later. Leave Pool:KeepRunsApart out, or use a newer one.");
            }

            try
            {
                await ListAsync(server, cancellationToken);

                // It is to make users, which nobody tries before the first run: a user that is not there is removed.
                await server.ExecuteAsync("ACL", "DELUSER", names.Of("none").Name).WaitAsync(cancellationToken);
            }
            catch (RedisServerException exception)
            {
                throw new RunUsersException(
                    $"Redis refuses the user of ConnectionStrings:redisUsers what keeping runs apart takes ({exception.Message}). Make the users anew (deploy/redis/make-users.sh), restart Redis, and use its steward there.", exception);
            }
        }
    }

    public async Task MakeAsync(IReadOnlyCollection<string> runIds, bool anew, CancellationToken cancellationToken)
    {
        if (runIds.Count == 0)
        {
            return;
        }

        foreach (IServer server in await ServersAsync(cancellationToken))
        {
            HashSet<string> there = anew ? [] : await ListAsync(server, cancellationToken);
            foreach (string runId in runIds.Where(runId => !there.Contains(runId)))
            {
                RunUser user = names.Of(runId);
                await server.ExecuteAsync("ACL", ["SETUSER", user.Name, .. RunUserRules.For(runId, user)]).WaitAsync(cancellationToken);
                LogMade(logger, user.Name, server.EndPoint.ToString());
            }
        }
    }

    public async Task<IReadOnlySet<string>> ListAsync(CancellationToken cancellationToken)
    {
        HashSet<string> all = new(StringComparer.Ordinal);
        foreach (IServer server in await ServersAsync(cancellationToken))
        {
            all.UnionWith(await ListAsync(server, cancellationToken));
        }

        return all;
    }

    public async Task RemoveAsync(string runId, CancellationToken cancellationToken)
    {
        string name = names.Of(runId).Name;
        foreach (IServer server in await ServersAsync(cancellationToken))
        {
            await server.ExecuteAsync("ACL", "DELUSER", name).WaitAsync(cancellationToken);
        }

        LogRemoved(logger, name);
    }

    private async Task<IServer[]> ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ServersAsync(cancellationToken);
        }
        catch (RedisConnectionException exception)
        {
            throw new RunUsersException($"Redis cannot be reached, or does not take the password, by ConnectionStrings:redisUsers ({exception.Message}).", exception);
        }
    }

    // One that is away is told when it is back: it has forgotten everybody then. Where none is there, the connection's own fault says so.
    private async Task<IServer[]> ServersAsync(CancellationToken cancellationToken)
    {
        IServer[] servers = [.. steward.GetServers().Where(server => server.IsConnected)];
        if (servers.Length == 0)
        {
            await steward.GetDatabase().PingAsync().WaitAsync(cancellationToken);
        }

        return servers;
    }

    private static async Task<HashSet<string>> ListAsync(IServer server, CancellationToken cancellationToken)
    {
        string[] users = (string[])(await server.ExecuteAsync("ACL", "USERS").WaitAsync(cancellationToken))!;
        return [.. users.Select(RunUserNames.RunOf).OfType<string>()];
    }

    [LoggerMessage(50, LogLevel.Debug, "Made the user {User} on {Server}.")]
    private static partial void LogMade(ILogger logger, string user, string? server);

    [LoggerMessage(51, LogLevel.Debug, "Removed the user {User}.")]
    private static partial void LogRemoved(ILogger logger, string user);
}
