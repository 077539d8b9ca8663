using System.Net.Sockets;

namespace ThesisApp.Sandboxes.Gates;

/// <summary>A way out of sandboxes that have no network: a socket in the file system behind which one address is, and nothing else.</summary>
public sealed class SocketGate : IAsyncDisposable
{
    private const int Backlog = 512;

    // Each guest takes two of the process's file descriptors, which all the orchestrator needs.
    private const int MostGuests = 2_048;

    private const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly string _target;
    private readonly int _port;
    private readonly int _most;
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    private SocketGate(string path, string bound, string target, int port, int most)
    {
        (Path, _target, _port, _most) = (path, target, port, most);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(bound));
        _listener.Listen(Backlog);
        _accepting = AcceptAsync();
    }

    /// <summary>The socket.</summary>
    public string Path { get; }

    /// <summary>Opens a gate in a folder, in place of the one of an earlier orchestrator.</summary>
    /// <param name="path">The socket: 107 bytes at most.</param>
    /// <param name="target">The host that it leads to.</param>
    /// <param name="port">The port there.</param>
    /// <param name="most">Connections at a time; a further one is closed at once.</param>
    public static SocketGate Open(string path, string target, int port, int most = MostGuests)
    {
        // A later gate takes the place of an earlier one in one step: whoever connects finds the one or the other.
        string fresh = path + ".new";
        File.Delete(fresh);
        SocketGate gate = new(path, fresh, target, port, most);
        if (!OperatingSystem.IsWindows())
        {
            // Sandboxes run as other users. What is behind the gate asks for a password where there is need for one.
            File.SetUnixFileMode(fresh, Everybody);
        }

        File.Move(fresh, path, overwrite: true);
        return gate;
    }

    /// <summary>Closes the gate and all that goes through it; the file stays, for it may be another's by now.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> passing = [];
        while (await NextAsync() is { } guest)
        {
            passing.RemoveAll(task => task.IsCompleted);
            if (passing.Count < _most)
            {
                passing.Add(PassAsync(guest));
            }
            else
            {
                guest.Dispose();
            }
        }

        await Task.WhenAll(passing);
    }

    // A failure is that of one guest, or a want that passes (of file descriptors): the gate is everybody's, and stays.
    private async Task<Socket?> NextAsync()
    {
        while (true)
        {
            try
            {
                return await _listener.AcceptAsync(_stop.Token);
            }
            catch (SocketException) when (!_stop.IsCancellationRequested)
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return null;
            }
        }
    }

    private async Task PassAsync(Socket guest)
    {
        using (guest)
        using (Socket host = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true })
        using (CancellationTokenSource ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token))
        {
            try
            {
                await host.ConnectAsync(_target, _port, ended.Token);
                await using NetworkStream inside = new(guest);
                await using NetworkStream outside = new(host);

                // Either side's end is the end of both: clients of Redis or HTTP never close half a connection.
                Task first = await Task.WhenAny(inside.CopyToAsync(outside, ended.Token), outside.CopyToAsync(inside, ended.Token));
                await first;
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // The guest sees its connection end and tries again.
            }
            finally
            {
                await ended.CancelAsync();
            }
        }
    }
}
