using ThesisApp.Coordination.Board;

namespace ThesisApp.Coordination.Chapters;

/// <summary>The side of the board that an agent sees which is bound to one run, or to one chapter of it; results and heartbeats go through <see cref="ITaskBoard"/>.</summary>
public interface IBoundBoard
{
    /// <summary>Waits until a task that the agent is bound to can be leased.</summary>
    /// <param name="agentId">The agent.</param>
    /// <param name="scope">What it is bound to.</param>
    /// <param name="patience">How long it waits while nothing of that is ready.</param>
    /// <param name="cancellationToken">Ends the wait with an exception.</param>
    /// <returns>The lease; null where the agent has nothing more to wait for: the run does not go on, or nothing became ready in time.</returns>
    Task<TaskLease?> LeaseAsync(string agentId, SandboxScope scope, TimeSpan patience, CancellationToken cancellationToken);

    /// <summary>Puts a chapter's text where others read it: <c>{run:ID}:CHAPTER:content</c>, and <c>{run:ID}:complete:CHAPTER</c> as the word that it is there.</summary>
    /// <param name="lease">The lease of the task that publishes it.</param>
    /// <param name="chapter">Id of the chapter.</param>
    /// <param name="text">The text.</param>
    /// <param name="cancellationToken">Cancels the wait for the answer.</param>
    /// <returns>False if the lease is another's by now; nothing was written then.</returns>
    Task<bool> PublishAsync(TaskLease lease, string chapter, ReadOnlyMemory<byte> text, CancellationToken cancellationToken);
}
