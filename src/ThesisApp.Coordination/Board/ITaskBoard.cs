namespace ThesisApp.Coordination.Board;

/// <summary>The agents' side of the board. Each call is one script on the store: atomic, and safe to repeat after a lost answer.</summary>
public interface ITaskBoard
{
    /// <summary>Tries once to lease the most urgent ready task of any run.</summary>
    /// <returns>The lease, or null if nothing is ready.</returns>
    Task<TaskLease?> TryLeaseAsync(string agentId, CancellationToken cancellationToken);

    /// <summary>Waits until a task can be leased: woken by the board, with a slow poll as the safety net.</summary>
    Task<TaskLease> LeaseAsync(string agentId, CancellationToken cancellationToken);

    /// <summary>Extends the lease and records how far the work is.</summary>
    /// <returns>Whether to go on: the lease may have been lost, the run cancelled.</returns>
    Task<HeartbeatResult> HeartbeatAsync(TaskLease lease, double progress, string? activity, CancellationToken cancellationToken);

    /// <summary>Delivers a result with its artifacts and graph extension, and takes the next task in the same round trip.</summary>
    /// <param name="lease">The lease that the result was made under.</param>
    /// <param name="result">The result.</param>
    /// <param name="takeNext">Whether to lease the next task for the same agent.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer; the result may have been taken all the same.</param>
    Task<CompleteResult> CompleteAsync(TaskLease lease, TaskResult result, bool takeNext, CancellationToken cancellationToken);

    /// <summary>Delivers a result as <see cref="CompleteAsync"/> does, and takes the next task; where there is none the agent waits for one from that moment on.</summary>
    /// <remarks>Unless there is a next task, the agent's next call must be <see cref="LeaseAsync"/>, even if only to be cancelled: a task that is handed to the agent meanwhile is kept for it.</remarks>
    /// <param name="lease">The lease that the result was made under.</param>
    /// <param name="result">The result.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer; the result may have been taken all the same.</param>
    Task<CompleteResult> CompleteOrWaitAsync(TaskLease lease, TaskResult result, CancellationToken cancellationToken);

    /// <summary>Reports a failure: a passing one is retried with back-off, a permanent one or one out of attempts becomes a dead letter.</summary>
    Task<FailResult> FailAsync(TaskLease lease, TaskFailure failure, CancellationToken cancellationToken);

    /// <summary>Gives a task back unharmed, ready at once and without counting the attempt.</summary>
    /// <returns>False if the lease was lost before.</returns>
    Task<bool> ReleaseAsync(TaskLease lease, CancellationToken cancellationToken);
}
