namespace ThesisApp.TestSupport.Stores;

/// <summary>A valkey-server process with an append-only file.</summary>
public sealed class ValkeyServerFixture : RedisServerFixture
{
    /// <inheritdoc />
    protected override string Program => "valkey-server";
}
