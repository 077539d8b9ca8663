using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Tells passing trouble with the store from real mistakes.</summary>
public static class StoreFaults
{
    private static readonly string[] PassingErrors = ["LOADING", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN", "READONLY", "BUSY", "MISCONF", "OOM"];

    /// <summary>True if the same call may succeed later: no connection, no answer in time, or a store that is starting, failing over, or whose disk or memory is full.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        RedisConnectionException or RedisTimeoutException => true,
        RedisServerException server => PassingErrors.Any(error => server.Message.StartsWith(error, StringComparison.Ordinal)),
        ObjectDisposedException => false,
        _ => false,
    };
}
