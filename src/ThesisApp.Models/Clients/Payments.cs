using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Models.Clients;

/// <summary>Tells who follows a call what it took once its answer is kept: if that cannot be told, the answer is not asked for again.</summary>
internal static class Payments
{
    private static readonly AsyncLocal<Queue<CallUsage>?> Open = new();

    /// <summary>Notes what a call took.</summary>
    public static Task NoteAsync(ICallObserver observer, CallUsage usage, CancellationToken cancellationToken)
    {
        if (Open.Value is not { } open)
        {
            return observer.PaidAsync(usage, cancellationToken);
        }

        open.Enqueue(usage);
        return Task.CompletedTask;
    }

    /// <summary>Asks and keeps, then tells what was noted meanwhile.</summary>
    public static async Task<T> AfterAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        Queue<CallUsage> open = new();
        Open.Value = open;
        try
        {
            return await ask();
        }
        finally
        {
            while (CallScope.Current is { } observer && open.TryDequeue(out CallUsage? usage))
            {
                await observer.PaidAsync(usage, cancellationToken);
            }
        }
    }
}
