using ThesisApp.Contracts.Runs;

namespace ThesisApp.Coordination.Runs;

/// <summary>The runs: submitted, listed, steered and deleted. What orchestrators use.</summary>
public interface IRunStore
{
    /// <summary>Creates a run with its inputs and first tasks. Idempotent: a run that exists already is left as it is.</summary>
    /// <returns>True if it was created now, false if it was there.</returns>
    /// <exception cref="ArgumentException">The tasks are not a valid graph; the message names the mistake.</exception>
    Task<bool> CreateAsync(NewRun run, CancellationToken cancellationToken);

    /// <summary>A run, or null if there is none with this id.</summary>
    Task<RunInfo?> FindAsync(string runId, CancellationToken cancellationToken);

    /// <summary>All runs, newest first.</summary>
    Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken cancellationToken);

    /// <summary>The tasks of a run in the order in which they were added; empty if there is no such run.</summary>
    Task<IReadOnlyList<TaskInfo>> ListTasksAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Ends a run: no task is leased any more, agents in flight learn it with their next heartbeat.</summary>
    Task<RunActionResult> CancelAsync(string runId, string? reason, CancellationToken cancellationToken);

    /// <summary>Stops handing out tasks; agents in flight learn it with their next heartbeat and give theirs back.</summary>
    Task<RunActionResult> PauseAsync(string runId, CancellationToken cancellationToken);

    /// <summary>The same for a reason that the run then shows, such as a budget that is used up.</summary>
    Task<RunActionResult> PauseAsync(string runId, string reason, CancellationToken cancellationToken);

    /// <summary>Hands out tasks again, and grants the run its budget once more.</summary>
    Task<RunActionResult> ResumeAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Gives a dead letter new attempts; a failed run goes on.</summary>
    Task<RunActionResult> RetryTaskAsync(string runId, string taskId, CancellationToken cancellationToken);

    /// <summary>Deletes a run and every key of it. A run that is not final is cancelled first.</summary>
    /// <returns>False if there is no such run.</returns>
    Task<bool> DeleteAsync(string runId, CancellationToken cancellationToken);

    /// <summary>Names of a run's inputs: <c>spec</c>, <c>bibliography</c>, <c>source:path</c>.</summary>
    Task<IReadOnlyList<string>> ListInputsAsync(string runId, CancellationToken cancellationToken);

    /// <summary>An input's bytes, or null if there is none of that name.</summary>
    Task<ReadOnlyMemory<byte>?> ReadInputAsync(string runId, string name, CancellationToken cancellationToken);
}
