using System.Diagnostics;
using ThesisApp.Client;

namespace ThesisApp.Chaos.Runs;

/// <summary>Asks the orchestrators until one of them answers, as a user's client would: any of them will do.</summary>
internal sealed class PatientClient(IEnumerable<Uri> urls) : IDisposable
{
    // Far beyond what any fault of the plan lasts.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan OneAnswer = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient[] _http = [.. urls.Select(url => new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(10) })];
    private int _turn;

    public async Task<T> AskAsync<T>(Func<IThesisClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            // An orchestrator that was stopped in the middle of an answer holds the connection open.
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(OneAnswer);
            try
            {
                return await ask(new ThesisClient(_http[(uint)Interlocked.Increment(ref _turn) % _http.Length]), limit.Token);
            }
            catch (Exception exception) when (IsPassing(exception) && !cancellationToken.IsCancellationRequested)
            {
                if (Stopwatch.GetElapsedTime(start) > Limit)
                {
                    throw new PromiseBrokenException($"No orchestrator gave an answer within {Limit.TotalSeconds:F0} s: {exception.Message}");
                }
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public void Dispose() => Array.ForEach(_http, http => http.Dispose());

    private static bool IsPassing(Exception exception) =>
        exception is HttpRequestException or IOException or OperationCanceledException or ThesisApiException { StatusCode: >= 500 };
}
