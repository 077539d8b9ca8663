namespace ThesisApp.Coordination.Blackboard;

/// <summary>The artifacts of a run: what done tasks have published. Written by <see cref="Board.ITaskBoard.CompleteAsync"/> alone.</summary>
public interface IBlackboard
{
    /// <summary>An artifact's bytes, or null if it is not there.</summary>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string runId, string name, CancellationToken cancellationToken);

    /// <summary>Several artifacts in one round trip, in the order asked for; null for each that is not there.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>?>> ReadManyAsync(string runId, IReadOnlyList<string> names, CancellationToken cancellationToken);

    /// <summary>Names of all artifacts, sorted.</summary>
    Task<IReadOnlyList<string>> ListAsync(string runId, CancellationToken cancellationToken);
}
