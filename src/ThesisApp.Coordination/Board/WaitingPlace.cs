namespace ThesisApp.Coordination.Board;

/// <summary>Where one waiting agent takes a task that the board hands to it. Disposed of once the agent waits no more: a task that comes later is given back.</summary>
internal sealed class WaitingPlace(WaitingAgents agents, long number, string member, string agentId) : IDisposable
{
    // Who waits for it otherwise than by EndWhenHanded is continued elsewhere; an agent's wait ends on the thread of the pool that brings the message.
    private readonly TaskCompletionSource<HandedLease?> _handed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IdleWait? _wait;
    private bool _isTaken;

    public long Number { get; } = number;

    /// <summary>What the store knows the place by.</summary>
    public string Member { get; } = member;

    public string AgentId { get; } = agentId;

    /// <summary>How often the store was told of the place.</summary>
    public int Announcements { get; set; }

    /// <summary>When it last was, as a timestamp.</summary>
    public long Announced { get; set; }

    /// <summary>Ends when a task was handed over.</summary>
    public Task Handed => _handed.Task;

    /// <summary>True if a task was.</summary>
    public bool IsHanded => _handed.Task is { IsCompletedSuccessfully: true, Result: not null };

    /// <summary>Gives the agent a task.</summary>
    /// <returns>False if it waits no more.</returns>
    public bool TryGive(HandedLease handed)
    {
        bool isGiven = _handed.TrySetResult(handed);
        _wait?.EndHere();
        return isGiven;
    }

    /// <summary>Ends the agent's wait as soon as it is given a task, at once if it has one.</summary>
    public void EndWhenHanded(IdleWait wait)
    {
        // A full fence: else the task could come between this and the look at it.
        Interlocked.Exchange(ref _wait, wait);
        if (_handed.Task.IsCompleted)
        {
            wait.TryEnd(isAnnounced: false);
        }
    }

    /// <summary>The task that was handed over, which is the agent's now; null if there is none.</summary>
    public HandedLease? Take()
    {
        HandedLease? handed = _handed.Task.IsCompleted ? _handed.Task.Result : null;
        _isTaken |= handed is not null;
        return handed;
    }

    public void Dispose()
    {
        bool isEmpty = _handed.TrySetResult(null);
        agents.Close(this);
        if (!isEmpty && !_isTaken && Take() is { } handed)
        {
            _ = agents.ReturnAsync(handed);
        }
    }
}
