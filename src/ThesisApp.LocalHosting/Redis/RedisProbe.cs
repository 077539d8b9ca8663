using System.Net.Sockets;
using System.Text;

namespace ThesisApp.LocalHosting.Redis;

/// <summary>Asks a Redis that runs elsewhere whether it is there, so that nothing is started in vain.</summary>
/// <remarks>It speaks just enough of the protocol (RESP2) for AUTH and PING; with TLS it only connects.</remarks>
internal static class RedisProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Returns when the server has answered.</summary>
    /// <exception cref="HostingException">It did not within some ten seconds, or it refuses the password.</exception>
    public static async Task WaitAsync(RedisAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        long start = time.GetTimestamp();
        while (true)
        {
            try
            {
                await SayHelloAsync(address, cancellationToken);
                return;
            }
            catch (Exception exception) when (exception is SocketException or IOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                if (time.GetElapsedTime(start) > Patience)
                {
                    throw new HostingException(
                        $"Redis at {address} could not be reached within {Patience.TotalSeconds:F0} s ({Reason(exception)}). Check that it runs and that ConnectionStrings__redis names its address, or unset ConnectionStrings__redis to use the embedded server.",
                        HostingException.BadSettings,
                        exception);
                }
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private static string Reason(Exception exception) => exception switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        OperationCanceledException => "no answer",
        _ => "the connection broke off",
    };

    private static async Task SayHelloAsync(RedisAddress address, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AttemptTimeout);
        using TcpClient connection = new();
        await connection.ConnectAsync(address.Host, address.Port, limit.Token);
        if (address.UsesTls)
        {
            return;
        }

        NetworkStream stream = connection.GetStream();
        using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
        if (address.Password is { Length: > 0 } password)
        {
            string[] words = address.User is { } user ? ["AUTH", user, password] : ["AUTH", password];
            Require(address, await AskAsync(stream, reader, words, limit.Token));
        }

        Require(address, await AskAsync(stream, reader, ["PING"], limit.Token));
    }

    private static async Task<string> AskAsync(NetworkStream stream, StreamReader reader, string[] words, CancellationToken cancellationToken)
    {
        StringBuilder command = new($"*{words.Length}\r\n");
        foreach (string word in words)
        {
            command.Append($"${Encoding.UTF8.GetByteCount(word)}\r\n{word}\r\n");
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(command.ToString()), cancellationToken);
        return await reader.ReadLineAsync(cancellationToken) ?? throw new IOException("The server closed the connection.");
    }

    private static void Require(RedisAddress address, string answer)
    {
        bool refused = answer.StartsWith("-NOAUTH", StringComparison.Ordinal) || answer.StartsWith("-WRONGPASS", StringComparison.Ordinal) || answer.StartsWith("-ERR", StringComparison.Ordinal);
        if (refused)
        {
            throw new HostingException($"Redis at {address} refuses the password. Check it in ConnectionStrings__redis.", HostingException.BadSettings);
        }

        // LOADING, for one: there, but not ready yet. A user who may not PING has at least been let in.
        if (answer.StartsWith('-') && !answer.StartsWith("-NOPERM", StringComparison.Ordinal))
        {
            throw new IOException("The server is not ready.");
        }
    }
}
