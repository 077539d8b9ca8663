using System.Text.Json;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Tells passing trouble with the store from real mistakes.</summary>
public static class StoreFaults
{
    private static readonly string[] PassingErrors = ["LOADING", "TRYAGAIN", "CLUSTERDOWN", "MASTERDOWN", "READONLY", "BUSY", "MISCONF", "OOM", "NOREPLICAS"];
    private static readonly string[] Denials = ["NOPERM", "NOAUTH"];

    // What a record of the wrong kind is answered by, from a command or a script. Every other code tells of the store itself.
    private static readonly string[] RecordErrors = ["WRONGTYPE", "ERR"];
    private static readonly string[] StoreErrors = ["unknown command", "Script killed by user"];
    private static readonly string[] DenialsInScripts = ["ACL failure in script", "The user executing the script can't"];

    /// <summary>True if the same call may succeed later: no connection, no answer in time, or a store that is starting, failing over, or whose disk or memory is full.</summary>
    public static bool IsPassing(Exception exception) => exception switch
    {
        RedisConnectionException or RedisTimeoutException => true,
        RedisServerException server => PassingErrors.Any(error => server.Message.StartsWith(error, StringComparison.Ordinal)),
        ObjectDisposedException => false,
        _ => false,
    };

    /// <summary>True if the store's user may not do what was asked, by itself or in a script; in the words of version 7.0 and of those after it.</summary>
    public static bool IsDenied(Exception exception) => exception is RedisServerException { Message: var message }
        && (Denials.Any(denial => message.StartsWith(denial, StringComparison.Ordinal)) || DenialsInScripts.Any(denial => message.Contains(denial, StringComparison.Ordinal)));

    /// <summary>True if what a run's keys hold is in no form of ours. Agents may write anything there, which must not stand in the way of other runs.</summary>
    public static bool IsUnreadable(Exception exception) =>
        exception is RedisServerException server
            ? RecordErrors.Any(error => server.Message.StartsWith(error, StringComparison.Ordinal))
                && !StoreErrors.Any(error => server.Message.Contains(error, StringComparison.Ordinal))
                && !IsDenied(server)
            : exception is JsonException or InvalidDataException or FormatException or OverflowException or ArgumentException or InvalidCastException or IndexOutOfRangeException;
}
