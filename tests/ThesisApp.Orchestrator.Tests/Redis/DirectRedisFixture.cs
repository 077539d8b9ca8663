using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Redis;

/// <summary>A server that listens at a socket in the file system, too, and takes values of any usual size.</summary>
public sealed class DirectRedisFixture : RedisServerFixture
{
    /// <summary>The socket's path.</summary>
    public string Socket { get; } = Path.Combine(Path.GetTempPath(), $"thesis-{Guid.NewGuid():N}.sock");

    /// <inheritdoc />
    protected override IReadOnlyList<string> MoreArguments => ["--unixsocket", Socket, "--appendonly", "no"];
}
