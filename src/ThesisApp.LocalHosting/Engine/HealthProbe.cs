namespace ThesisApp.LocalHosting.Engine;

/// <summary>Asks an HTTP health check until it answers as it should.</summary>
/// <param name="url">The check's URL.</param>
/// <param name="statusCode">The status that means healthy.</param>
/// <param name="time">The clock.</param>
internal sealed class HealthProbe(Uri url, int statusCode, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Returns when the check says healthy.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (!await IsHealthyAsync(cancellationToken))
        {
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task<bool> IsHealthyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using HttpResponseMessage response = await Http.GetAsync(url, cancellationToken);
            return (int)response.StatusCode == statusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
