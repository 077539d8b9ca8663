namespace ThesisApp.Cli.Servers;

/// <summary>An address that the user gave.</summary>
internal sealed class FixedServerAddress(Uri address) : IServerAddress
{
    /// <inheritdoc/>
    public Uri Current => address;
}
