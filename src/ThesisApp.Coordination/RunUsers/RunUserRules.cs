using System.Security.Cryptography;
using System.Text;

namespace ThesisApp.Coordination.RunUsers;

/// <summary>What the user of a run may do at the store: what <c>deploy/redis/make-users.sh</c> lets agents do, for one run. What a script does is held to the same rules.</summary>
internal static class RunUserRules
{
    // What the client needs to connect at all.
    private const string Connect = "+hello +auth +ping +echo +client|setname +client|id +client|reply +info +time +command +quit +reset +select +cluster|nodes +cluster|slots";
    private const string Scripts = "+eval +evalsha +script|load +script|exists";
    private const string Hashes = "+hget +hmget +hgetall +hkeys +hset +hdel +hexists +hincrby +hlen";
    private const string Lists = "+lrange +llen +rpush";
    private const string Sets = "+zadd +zcard +zpopmin +zrange +zrangebyscore +zrem +zscore";
    private const string Strings = "+get +set +setex +psetex +del +exists +expire +pexpire +persist +pttl";
    private const string Channels = "+publish +subscribe +unsubscribe";

    /// <summary>The rules, as <c>ACL SETUSER</c> takes them behind the user's name. They replace whatever the user was.</summary>
    public static object[] For(string runId, RunUser user) =>
    [
        "reset",
        "resetchannels",
        "on",

        // Only the digest goes over the line, and into the server's log of slow commands.
        $"#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user.Password)))}",
        $"~{{run:{runId}}}:*",
        $"&{{run:{runId}}}:events",
        "&thesis:agent:*",
        "&__Booksleeve_MasterChanged",
        .. string.Join(' ', Connect, Scripts, Hashes, Lists, Sets, Strings, Channels).Split(' '),

        // No more than what the budgets' scripts do: neither is one put aside, nor something else put in its place.
        "(~thesis:rate:* +eval +evalsha +hget +hmget +hset +pexpire +pttl)",

        // Agents put themselves on the list and take themselves off, and read nothing there.
        "(%W~{thesis:agents}:about +hset +hdel)",
        "(%W~{thesis:agents}:seen +zadd +zrem)",

        // The board's scripts announce work and ends there, those of other runs too: to be told to, not to be listened to.
        "(+publish &thesis:wake &thesis:ended)",
    ];
}
