using System.Net;
using System.Net.Sockets;
using RESPite.Transports;
using StackExchange.Redis;
using StackExchange.Redis.Configuration;

#pragma warning disable SER009 // The client's seam for transports is an experiment, which the pinned version has.

namespace ThesisApp.ServiceDefaults.Redis.Direct;

/// <summary>
/// Connects the client to the store by <see cref="DirectTransport"/>. Encrypted connections, and endpoints that are neither an address, a name nor a socket in the file system, are left to the client's own way.
/// </summary>
/// <param name="timeout">How long a connection may take to be made.</param>
internal sealed class DirectTunnel(TimeSpan timeout) : Tunnel
{
    public override async ValueTask<DuplexTransport?> ConnectTransportAsync(EndPoint endpoint, ConnectionType connectionType, TlsOptions tls, CancellationToken cancellationToken)
    {
        if (tls.IsEnabled || Create(endpoint) is not { } socket)
        {
            return null;
        }

        try
        {
            // Blocking, since the first asynchronous operation of a socket has its events sent to the thread pool for good.
            await Task.Run(() => socket.Connect(endpoint), cancellationToken).WaitAsync(timeout, cancellationToken);
            socket.Blocking = false;
            return new DirectTransport(socket);
        }
        catch
        {
            // Ends a connecting that goes on, too.
            socket.Dispose();
            throw;
        }
    }

    private static Socket? Create(EndPoint endpoint) => endpoint switch
    {
        UnixDomainSocketEndPoint => new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
        IPEndPoint address => Tcp(new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp)),
        DnsEndPoint => Tcp(new Socket(SocketType.Stream, ProtocolType.Tcp)),
        _ => null,
    };

    private static Socket Tcp(Socket socket)
    {
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, optionValue: true);
        return socket;
    }
}
