using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ThesisApp.TestSupport.Processes;

/// <summary>Ports for servers that tests start.</summary>
public static class FreePort
{
    // Below those that systems give to outgoing connections (from 32768 on Linux, from 49152 elsewhere): one of those may be in use by the time that the
    // server binds it. Above those that well-known servers listen on.
    private const int First = 12_000;
    private const int End = 32_000;
    private const int Tries = 1_000;

    private static readonly ConcurrentDictionary<int, bool> Taken = new();

    /// <summary>A loopback TCP port that was free a moment ago, and that this process has not been given before.</summary>
    /// <exception cref="InvalidOperationException">None was found.</exception>
    public static int Take()
    {
        for (int i = 0; i < Tries; i++)
        {
            int port = Random.Shared.Next(First, End);
            if (Taken.TryAdd(port, true) && IsFree(port))
            {
                return port;
            }
        }

        throw new InvalidOperationException($"No free port between {First} and {End} in {Tries} tries.");
    }

    private static bool IsFree(int port)
    {
        try
        {
            using TcpListener listener = new(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
