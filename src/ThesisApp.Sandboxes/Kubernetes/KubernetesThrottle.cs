using System.Net;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Asks again, when an API server says that it has too much to do, as late as it says. It has done nothing then, so even what creates something may be asked again.</summary>
internal sealed class KubernetesThrottle(TimeProvider time) : DelegatingHandler
{
    private const int Tries = 6;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (attempt == Tries || !IsBusy(response))
            {
                return response;
            }

            TimeSpan pause = response.Headers.RetryAfter?.Delta ?? Usual;
            response.Dispose();
            await Task.Delay(pause < Longest ? pause : Longest, time, cancellationToken);
        }
    }

    // A server that is not up, or about to go, says 503 with the header; without it, it is a proxy's word, and nobody knows what was done.
    private static bool IsBusy(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.TooManyRequests || (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null);
}
