namespace ThesisApp.Coordination.Board;

/// <summary>One wait of an idle agent. It ends once, by whatever comes first.</summary>
internal sealed class IdleWait
{
    // Continued where it ends, which whoever ends it must be prepared for.
    private readonly TaskCompletionSource<bool> _end = new();
    private int _isOver;

    /// <summary>Ends with the wait. True if an announcement ended it, which is used up by that.</summary>
    public Task<bool> Ended => _end.Task;

    /// <summary>Ends it, and lets the agent go on elsewhere.</summary>
    /// <returns>False if it was over already.</returns>
    public bool TryEnd(bool isAnnounced)
    {
        bool ends = Interlocked.Exchange(ref _isOver, 1) == 0;
        if (ends)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static end => end.Source.SetResult(end.IsAnnounced), (Source: _end, IsAnnounced: isAnnounced), preferLocal: false);
        }

        return ends;
    }

    /// <summary>Ends it, and lets the agent go on on this very thread, up to where it has to wait: the shortest way for a task that was handed over.</summary>
    public void EndHere()
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            _end.SetResult(false);
        }
    }

    /// <summary>Ends it because the agent stops.</summary>
    public void Cancel(CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref _isOver, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static end => end.Source.SetCanceled(end.Token), (Source: _end, Token: cancellationToken), preferLocal: false);
        }
    }
}
