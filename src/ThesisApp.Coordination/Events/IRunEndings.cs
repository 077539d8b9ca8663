namespace ThesisApp.Coordination.Events;

/// <summary>The ends of all runs, from when this was opened until it is disposed of.</summary>
public interface IRunEndings : IAsyncDisposable
{
    /// <summary>Each end as it comes; for one reader.</summary>
    IAsyncEnumerable<RunEnding> ReadAllAsync(CancellationToken cancellationToken);
}
