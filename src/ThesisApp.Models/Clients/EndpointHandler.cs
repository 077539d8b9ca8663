using System.Globalization;
using System.Net.Sockets;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;

namespace ThesisApp.Models.Clients;

/// <summary>Turns what an endpoint answers other than 2xx into failures by class, the same for every provider's client, and sends the key as the provider wants it. No redirection is followed: the key is for one address.</summary>
internal sealed class EndpointHandler(ModelConnection connection, TimeProvider time) : DelegatingHandler(Connect(connection))
{
    private const int MostOfBody = 500;

    // What is longer is a mistake, or a quota of a day: better asked again now and then.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (connection.Provider is ModelProviders.Azure or ModelProviders.Anthropic)
        {
            string header = connection.Provider == ModelProviders.Azure ? "api-key" : "x-api-key";
            request.Headers.Authorization = null;
            request.Headers.Remove(header);
            request.Headers.TryAddWithoutValidation(header, connection.Key);
        }

        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, cancellationToken);
        }
        catch (HttpRequestException exception)
        {
            throw new ModelCallException(ModelFailureKind.Unreachable, $"The model {connection} could not be reached: {exception.Message}", innerException: exception);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            string body = Hide(await response.Content.ReadAsStringAsync(cancellationToken));
            ModelFailureKind kind = EndpointAnswers.KindOf(response.StatusCode, body);
            string advice = kind == ModelFailureKind.Denied ? " " + EndpointAnswers.AdviceOn(response.StatusCode, connection.Name) : string.Empty;
            throw new ModelCallException(
                kind,
                string.Create(CultureInfo.InvariantCulture, $"The model {connection} answered {(int)response.StatusCode}: {(body.Length > MostOfBody ? body[..MostOfBody] : body)}{advice}"),
                RetryAfter(response));
        }
    }

    private static SocketsHttpHandler Connect(ModelConnection connection)
    {
        SocketsHttpHandler handler = new() { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false };
        if (connection.Socket is { } socket)
        {
            // Behind it is the endpoint itself, so there is no name to look up and no proxy on the way; the handler encrypts on top of it, to the endpoint's own name.
            handler.UseProxy = false;
            handler.ConnectCallback = (_, cancellationToken) => EnterAsync(socket, cancellationToken);
        }

        return handler;
    }

    private static async ValueTask<Stream> EnterAsync(string path, CancellationToken cancellationToken)
    {
        Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Some endpoints quote the key that they do not take.
    private string Hide(string body) => connection.Key is { Length: > 3 } key ? body.Replace(key, "***", StringComparison.Ordinal) : body;

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("retry-after-ms", out IEnumerable<string>? values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out double milliseconds) && milliseconds is > 0 and < 86_400_000)
        {
            return Within(TimeSpan.FromMilliseconds(milliseconds));
        }

        TimeSpan? pause = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => null,
        };
        return pause is { } asked ? Within(asked) : null;
    }

    // No pause at all is no answer to how long: our own back-off counts then.
    private static TimeSpan? Within(TimeSpan pause) => pause <= TimeSpan.Zero ? null : pause > LongestPause ? LongestPause : pause;
}
