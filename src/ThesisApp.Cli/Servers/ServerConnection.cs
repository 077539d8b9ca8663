using ThesisApp.Client;

namespace ThesisApp.Cli.Servers;

/// <summary>A client of one orchestrator that lives through its restarts.</summary>
internal sealed class ServerConnection : IDisposable
{
    private readonly HttpClient _http;
    private readonly PatientHandler _handler;

    private ServerConnection(HttpClient http, PatientHandler handler)
    {
        _http = http;
        _handler = handler;
        Client = new ThesisClient(http);
    }

    /// <summary>The API.</summary>
    public IThesisClient Client { get; }

    /// <summary>True while the orchestrator does not answer and requests are repeated.</summary>
    public bool IsAway => _handler.IsAway;

    /// <summary>Opens a connection. Nothing is sent yet.</summary>
    /// <param name="address">Where the orchestrator is; asked again for each attempt.</param>
    /// <param name="time">Clock of the pauses between attempts.</param>
    /// <param name="patience">How long an orchestrator may be away. The default value is 6 seconds.</param>
    public static ServerConnection Open(IServerAddress address, TimeProvider time, TimeSpan? patience = null)
    {
        var handler = new PatientHandler(address, time, patience ?? TimeSpan.FromSeconds(6))
        {
            InnerHandler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), PooledConnectionLifetime = TimeSpan.FromMinutes(2) },
        };
        var http = new HttpClient(handler)
        {
            BaseAddress = address.Current,
            // Event streams are open for as long as a run takes; the handler limits the time until an answer begins.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = 512L * 1024 * 1024,
        };
        return new ServerConnection(http, handler);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
