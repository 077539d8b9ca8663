using System.Diagnostics;

namespace ThesisApp.TestSupport.Programs;

/// <summary>Waits for what is bound to happen; how long it takes decides nothing.</summary>
public static class Eventually
{
    /// <summary>When to give up: far beyond what a slow machine needs.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Asks until there is an answer.</summary>
    /// <param name="ask">Returns null while there is none.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TimeoutException">There was none within <see cref="Limit"/>.</exception>
    public static async Task<T> GetAsync<T>(Func<CancellationToken, Task<T?>> ask, Func<string> what, CancellationToken cancellationToken)
        where T : class
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Limit)
        {
            if (await ask(cancellationToken) is { } answer)
            {
                return answer;
            }

            await Task.Delay(Pause, cancellationToken);
        }

        throw new TimeoutException($"Waited {Limit.TotalSeconds:F0} s for {what()}.");
    }

    /// <summary>Waits until something is so.</summary>
    public static Task TrueAsync(Func<bool> condition, Func<string> what, CancellationToken cancellationToken) =>
        GetAsync(_ => Task.FromResult<object?>(condition() ? condition : null), what, cancellationToken);

    /// <summary>Waits until something is so, which takes asking.</summary>
    public static Task TrueAsync(Func<CancellationToken, Task<bool>> condition, Func<string> what, CancellationToken cancellationToken) =>
        GetAsync<object>(async token => await condition(token) ? condition : null, what, cancellationToken);

    /// <summary>Lets something take no longer than <see cref="Limit"/>.</summary>
    public static async Task WithinLimitAsync(Func<CancellationToken, Task> act, Func<string> what, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            await act(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {Limit.TotalSeconds:F0} s for {what()}.");
        }
    }
}
