using System.Net;
using System.Net.Sockets;

namespace ThesisApp.TestSupport.Processes;

/// <summary>Ports for servers that tests start.</summary>
public static class FreePort
{
    /// <summary>A loopback TCP port that was free a moment ago.</summary>
    public static int Take()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
