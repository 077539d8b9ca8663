using System.Net;
using System.Net.Sockets;

namespace ThesisApp.SystemTests.Agents;

/// <summary>Passes on what an agent and its Redis say to each other, and can hold back what the agent sends from its next large request on: a result that is on its way.</summary>
internal sealed class HoldingRelay : IAsyncDisposable
{
    // Whatever is not a result is far smaller, once the scripts have been loaded.
    private const int LargeBytes = 4_096;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string _host;
    private readonly int _port;
    private readonly string _options;
    private readonly Task _accepting;
    private volatile bool _armed;
    private volatile TaskCompletionSource _gate = new();
    private TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="redis">Connection string of the Redis: host:port, and options that stay as they are.</param>
    public HoldingRelay(string redis)
    {
        string[] parts = redis.Split(',', 2);
        _options = parts.Length > 1 ? $",{parts[1]}" : string.Empty;
        string[] address = parts[0].Split(':');
        _host = address[0];
        _port = int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture);
        _gate.SetResult();
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Connection string that leads through here.</summary>
    public string ConnectionString => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}{_options}";

    /// <summary>Waits for the next large request, and holds it and all that follows.</summary>
    public Task HoldNextResultAsync(CancellationToken cancellationToken)
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _armed = true;
        return _held.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets everything through again.</summary>
    public void LetGo()
    {
        _armed = false;
        _gate.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

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
            if (_armed && (read > LargeBytes || _held.Task.IsCompleted))
            {
                _held.TrySetResult();
                await _gate.Task.WaitAsync(_stop.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }
    }
}
