using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Tests.Runs;

public sealed class StoreFaultTests
{
    [Theory]
    [InlineData("WRONGTYPE Operation against a key holding the wrong kind of value", true)]
    [InlineData("ERR Error running script: Expected value but found invalid token", true)]
    [InlineData("NOPERM User agent has no permissions to access one of the keys used as arguments", false)]
    [InlineData("ERR ACL failure in script: No permissions to access a key", false)]
    [InlineData("ERR The user executing the script can't run this command or subcommand", false)]
    [InlineData("NOREPLICAS Not enough good replicas to write.", false)]
    [InlineData("NOSCRIPT No matching script.", false)]
    [InlineData("ERR unknown command 'EVALSHA', with args beginning with:", false)]
    [InlineData("ERR Script killed by user with SCRIPT KILL.", false)]
    [InlineData("NOAUTH Authentication required.", false)]
    [InlineData("LOADING Redis is loading the dataset in memory", false)]
    public void What_a_user_may_not_do_or_a_store_cannot_do_now_is_not_taken_for_a_record_that_cannot_be_read(string answer, bool isUnreadable) =>
        Assert.Equal(isUnreadable, StoreFaults.IsUnreadable(new RedisServerException(RedisErrorKind.Unknown, CommandFlags.None, answer)));
}
