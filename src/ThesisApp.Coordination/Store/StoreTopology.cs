using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>What kind of store this process is connected to.</summary>
internal sealed partial class StoreTopology(IConnectionMultiplexer redis, IOptions<CoordinationOptions> options, ILogger<StoreTopology> logger)
{
    // Known beforehand of a user of one run; of others when it is tried.
    private volatile bool _isDenied = options.Value.IsBound;

    /// <summary>
    /// True where commands that are sent one behind the other, without waiting for the answers in between, are carried out in that order, since all of them go to one server on one connection:
    /// everywhere but in a cluster, whose nodes know nothing of each other's order, and while it is not known what the store is.
    /// </summary>
    public bool KeepsOrder => Array.TrueForAll(redis.GetServers(), server => server is { IsConnected: true, ServerType: not ServerType.Cluster });

    /// <summary>
    /// True where a script of a run may touch a key that all runs share. In a cluster that is in another slot; Garnet, which carries out scripts side by side, would hold up those of all runs by it. Nor where this process's user has
    /// not the rights for it, such as one of an older version's list.
    /// </summary>
    public bool CanShareKeys => !_isDenied && KeepsOrder && Array.TrueForAll(redis.GetServers(), server => server.GetProductVariant(out _) is not ProductVariant.Garnet);

    /// <summary>Does without shared keys from now on if that is what the store has refused.</summary>
    /// <returns>True if it is.</returns>
    public bool NoteDenial(RedisServerException exception)
    {
        if (!StoreFaults.IsDenied(exception))
        {
            return false;
        }

        _isDenied = true;
        LogDenied(logger, exception.Message);
        return true;
    }

    [LoggerMessage(43, LogLevel.Warning, "This user of the store may not do all that this version does ({Reason}); tasks are announced, not handed over, and runs are indexed the long way. Make the users anew: deploy/redis/make-users.sh.")]
    private static partial void LogDenied(ILogger logger, string reason);
}
