using System.Globalization;
using System.Net;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How agents in sandboxes get to Redis.</summary>
/// <param name="ConnectionString">What they are told.</param>
/// <param name="Host">The host that a gate leads to; null if they need the network.</param>
/// <param name="Port">The port there.</param>
internal sealed record StoreRoute(string ConnectionString, string? Host, int Port)
{
    private const int UsualPort = 6_379;

    /// <summary>Whether the one host is this machine, by a name that means another in another place.</summary>
    public bool IsLoopback => Host is not null && (Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address)));

    /// <summary>Through a socket, where there is one server. A cluster names its nodes itself, so agents must reach them by their addresses.</summary>
    /// <param name="connectionString">As the orchestrator has it: addresses and settings, commas between them.</param>
    /// <param name="socket">Where the gate is.</param>
    public static StoreRoute Of(string connectionString, string socket)
    {
        string[] parts = connectionString.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string[] addresses = [.. parts.Where(part => !part.Contains('=', StringComparison.Ordinal))];
        if (addresses is not [var address] || address.StartsWith('!'))
        {
            return new StoreRoute(connectionString, null, 0);
        }

        string[] settings = [.. parts.Except(addresses)];
        (string host, int port) = Split(address);
        bool isEncrypted = settings.Any(setting => setting.Equals("ssl=true", StringComparison.OrdinalIgnoreCase));
        bool isNamed = settings.Any(setting => setting.StartsWith("sslHost=", StringComparison.OrdinalIgnoreCase));

        // Behind the socket the server's certificate still bears its own name.
        string[] name = isEncrypted && !isNamed ? [$"sslHost={host}"] : [];
        return new StoreRoute(string.Join(',', ["!" + socket, .. settings, .. name]), host, port);
    }

    private static (string Host, int Port) Split(string address)
    {
        int colon = address.LastIndexOf(':');
        return colon > 0 && !address.EndsWith(']') && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            ? (address[..colon].Trim('[', ']'), port)
            : (address.Trim('[', ']'), UsualPort);
    }
}
