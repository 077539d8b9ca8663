namespace ThesisApp.ModelSimulator.Ledger;

/// <summary>Holds requests back on demand, so that tests can do harm at a known moment.</summary>
internal sealed class Gate(ServedRequests served)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _open = Opened();
    private int _after = int.MaxValue;

    /// <summary>Holds whatever comes once so many answers were given in full.</summary>
    public void HoldAfter(int answers)
    {
        lock (_lock)
        {
            _after = answers;
            _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Lets all go on.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _after = int.MaxValue;
            _open.TrySetResult();
        }
    }

    /// <summary>Waits while requests are held.</summary>
    public async Task PassAsync(CancellationToken cancellationToken)
    {
        Task open;
        lock (_lock)
        {
            if (served.CompletedCount < _after)
            {
                return;
            }

            open = _open.Task;
            served.Held++;
        }

        try
        {
            await open.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_lock)
            {
                served.Held--;
            }
        }
    }

    private static TaskCompletionSource Opened()
    {
        TaskCompletionSource source = new();
        source.SetResult();
        return source;
    }
}
