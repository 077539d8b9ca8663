using System.Net;

namespace ThesisApp.Cli.Servers;

/// <summary>Repeats a request while the orchestrator is away, up to a limit.</summary>
/// <remarks>Every call of the API may be repeated: submissions carry an idempotency key, the other actions name the state that they lead to.</remarks>
internal sealed class PatientHandler(IServerAddress address, TimeProvider time, TimeSpan patience) : DelegatingHandler
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    // Until the headers of the answer are there; the longest upload is 200 MB.
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(100);

    private volatile bool _isAway;

    /// <summary>True while requests fail and are repeated.</summary>
    public bool IsAway => _isAway;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var pause = FirstPause;
        var path = request.RequestUri!.PathAndQuery;
        for (var attempt = 1; ; attempt++)
        {
            var isLast = time.GetElapsedTime(started) + pause > patience;
            request.RequestUri = new Uri(address.Current, path);
            try
            {
                var response = await AttemptAsync(request, cancellationToken);
                if (isLast || response.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout))
                {
                    _isAway = false;
                    return response;
                }

                response.Dispose();
            }
            catch (HttpRequestException exception)
            {
                if (isLast)
                {
                    throw new HttpRequestException(
                        exception.HttpRequestError,
                        $"{address.Current.GetLeftPart(UriPartial.Authority)}, {attempt} attempts in {time.GetElapsedTime(started).TotalSeconds:0} s: {exception.Message}",
                        exception,
                        exception.StatusCode);
                }
            }

            _isAway = true;
            await Task.Delay(pause, time, cancellationToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException($"no answer within {AttemptLimit.TotalSeconds:0} s");
        }
    }
}
