using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>A sandbox of the pool, as the keeper knows it.</summary>
/// <param name="id">Its id.</param>
/// <param name="end">Completes when it has ended.</param>
internal sealed class PoolMember(string id, Task<SandboxExit> end)
{
    public string Id => id;

    public Task<SandboxExit> End => end;

    /// <summary>Whether it is bound to a chapter.</summary>
    public bool IsOfChapter { get; } = BoundSandboxes.IsOfChapter(id);

    /// <summary>Whether it is bound to a run or a chapter, and so ends by itself when there is nothing more to do there.</summary>
    public bool IsBound { get; } = BoundSandboxes.IsOfChapter(id) || BoundSandboxes.IsOfRun(id);

    /// <summary>When its agent was heard of, by the monotonic clock.</summary>
    public long HeardAt { get; set; }

    /// <summary>Whether its agent has ever been heard of.</summary>
    public bool WasSeen { get; set; }

    public bool IsStopping { get; set; }

    /// <summary>How it ended by force: the news of an end may be lost (an engine that was restarted), the answer to the order is not.</summary>
    public SandboxExit? Killed { get; set; }

    public bool HasEnded => Killed is not null || end.IsCompleted;

    /// <summary>How it ended; unseen where that could not be waited for.</summary>
    public async Task<SandboxExit> ExitAsync() => end.IsCompletedSuccessfully ? await end : Killed ?? SandboxExit.Unseen;
}
