using StackExchange.Redis;

namespace ThesisApp.ServiceDefaults.Redis.Direct;

/// <summary>Has the client connect directly.</summary>
public static class DirectTransportExtensions
{
    /// <summary>Has unencrypted connections made by <see cref="DirectTransport"/>, unless they go another way already.</summary>
    /// <param name="options">How the client connects.</param>
    public static ConfigurationOptions UseDirectTransport(this ConfigurationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Tunnel ??= new DirectTunnel(TimeSpan.FromMilliseconds(options.ConnectTimeout));
        return options;
    }
}
