using System.Net;
using System.Net.Sockets;

namespace ThesisApp.SystemTests.Agents;

/// <summary>Passes on what an agent and its Redis say to each other; what it does to it is up to those who derive from it.</summary>
internal abstract class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _host;
    private readonly int _port;
    private readonly string _options;
    private readonly Task _accepting;

    /// <param name="redis">Connection string of the Redis: host:port, and options that stay as they are.</param>
    protected Relay(string redis)
    {
        string[] parts = redis.Split(',', 2);
        _options = parts.Length > 1 ? $",{parts[1]}" : string.Empty;
        string[] address = parts[0].Split(':');
        _host = address[0];
        _port = int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Connection string that leads through here.</summary>
    public string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_options}";

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    /// <summary>Sees what the agent sends before the Redis does.</summary>
    /// <returns>False to cut the connection instead of passing it on.</returns>
    protected abstract ValueTask<bool> PassAsync(ReadOnlyMemory<byte> sent, CancellationToken cancellationToken);

    private async Task AcceptAsync()
    {
        List<Task> connections = [];
        try
        {
            while (true)
            {
                connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task RelayAsync(TcpClient agent)
    {
        using TcpClient redis = new();
        using (agent)
        {
            try
            {
                await redis.ConnectAsync(_host, _port, _stop.Token);
                await await Task.WhenAny(SendAsync(agent.GetStream(), redis.GetStream()), redis.GetStream().CopyToAsync(agent.GetStream(), _stop.Token));
            }
            catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException)
            {
                // One side has gone: the other is let go too.
            }
        }
    }

    private async Task SendAsync(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[65_536];
        int read;
        while ((read = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            if (!await PassAsync(buffer.AsMemory(0, read), _stop.Token))
            {
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
