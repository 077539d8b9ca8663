using System.Globalization;

namespace ThesisApp.LocalHosting.Redis;

/// <summary>Where a connection string leads: its first endpoint, with what is needed to say hello there.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="User">User of an access list, or null.</param>
/// <param name="Password">The password, or null.</param>
/// <param name="UsesTls">Whether the server expects TLS.</param>
internal sealed record RedisAddress(string Host, int Port, string? User, string? Password, bool UsesTls)
{
    private const int DefaultPort = 6379;

    /// <summary>Reads the form of StackExchange.Redis: <c>host:port,password=...,ssl=true</c>.</summary>
    /// <exception cref="HostingException">It is malformed. The message never holds the password.</exception>
    public static RedisAddress Parse(string connectionString)
    {
        string? endpoint = null;
        Dictionary<string, string> options = new(StringComparer.OrdinalIgnoreCase);
        foreach (string part in connectionString.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                options[part[..equals].Trim()] = part[(equals + 1)..].Trim();
            }
            else
            {
                endpoint ??= part;
            }
        }

        // An IPv6 address has colons of its own: [::1]:6379, [::1] or ::1.
        int colon = endpoint?.LastIndexOf(':') ?? -1;
        if (colon >= 0 && (endpoint!.EndsWith(']') || (!endpoint.StartsWith('[') && endpoint.IndexOf(':') != colon)))
        {
            colon = -1;
        }

        string host = colon < 0 ? endpoint ?? string.Empty : endpoint![..colon];
        int port = DefaultPort;
        if (host.Length == 0 || (colon >= 0 && !(int.TryParse(endpoint.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65_535)))
        {
            throw new HostingException("The connection string 'redis' is malformed. It reads host:port,password=...,ssl=true|false.", HostingException.BadSettings);
        }

        return new RedisAddress(
            host.StartsWith('[') ? host.Trim('[', ']') : host,
            port,
            options.GetValueOrDefault("user"),
            options.GetValueOrDefault("password"),
            options.TryGetValue("ssl", out string? ssl) && bool.TryParse(ssl, out bool tls) && tls);
    }

    /// <summary>Host and port alone: what may be shown.</summary>
    public override string ToString() => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
