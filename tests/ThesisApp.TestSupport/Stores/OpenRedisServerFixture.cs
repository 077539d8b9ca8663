using System.Net;
using System.Net.Sockets;

namespace ThesisApp.TestSupport.Stores;

/// <summary>A redis-server that is reached by an address of this machine that is not its loopback, as a server elsewhere is.</summary>
public sealed class OpenRedisServerFixture : RedisServerFixture
{
    /// <inheritdoc />
    protected override IReadOnlyList<string> MoreArguments => ["--bind", "*", "--protected-mode", "no"];

    /// <inheritdoc />
    protected override async Task StartAsync()
    {
        IPAddress? address = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork)).FirstOrDefault(address => !IPAddress.IsLoopback(address));
        if (address is null)
        {
            SkipReason = "This machine has no address but its loopback.";
            return;
        }

        await base.StartAsync();
        ConnectionString = ConnectionString.Replace("127.0.0.1", address.ToString(), StringComparison.Ordinal);
    }
}
