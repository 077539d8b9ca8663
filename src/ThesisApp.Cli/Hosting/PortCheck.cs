using System.Net;
using System.Net.Sockets;
using ThesisApp.Cli.Errors;

namespace ThesisApp.Cli.Hosting;

/// <summary>Finds out whether a port is free before anything is started.</summary>
internal static class PortCheck
{
    /// <summary>Does nothing if the port is free, or 0 (any).</summary>
    /// <exception cref="CliException">Somebody listens there.</exception>
    public static void EnsureFree(int port)
    {
        if (port == 0)
        {
            return;
        }

        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException exception)
        {
            throw new CliException(ExitCodes.BadInput, $"Port {port} can't be used: {exception.Message}.", "Name another one with --port, or leave the option out for a free one.");
        }
    }
}
