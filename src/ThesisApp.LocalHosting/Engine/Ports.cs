using System.Net;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace ThesisApp.LocalHosting.Engine;

/// <summary>Gives endpoints their ports.</summary>
internal static class Ports
{
    /// <summary>A port that is free now on both loopback addresses: what listens on "localhost" listens on both.</summary>
    public static int Free()
    {
        while (true)
        {
            using TcpListener listener = new(IPAddress.Loopback, 0);
            listener.Start();
            int port = ((IPEndPoint)listener.LocalEndpoint).Port;
            if (!IsBusy(IPAddress.IPv6Loopback, port))
            {
                return port;
            }
        }
    }

    /// <summary>The port asked for, or a free one.</summary>
    /// <exception cref="HostingException">The port asked for is in use.</exception>
    public static int Take(IResource resource, int? asked)
    {
        if (asked is not { } port)
        {
            return Free();
        }

        foreach (IPAddress address in (IPAddress[])[IPAddress.Loopback, IPAddress.IPv6Loopback])
        {
            if (IsBusy(address, port))
            {
                throw new HostingException(
                    $"Port {port}, which '{resource.Name}' is to listen on, is in use. Stop what uses it, or choose another port (for the orchestrator: Orchestrator__Port, 0 for a free one).",
                    HostingException.BadSettings);
            }
        }

        return port;
    }

    private static bool IsBusy(IPAddress address, int port)
    {
        try
        {
            using TcpListener listener = new(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException exception)
        {
            // A machine without IPv6 has no address to be busy.
            return exception.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}
