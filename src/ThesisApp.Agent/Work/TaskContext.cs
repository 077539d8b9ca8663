using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;

namespace ThesisApp.Agent.Work;

/// <summary>What a handler gets: its task, the run's inputs, the blackboard.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Blackboard">Artifacts of done tasks.</param>
/// <param name="Runs">Inputs of the run.</param>
/// <param name="Progress">Where to say how far the work is.</param>
public sealed record TaskContext(TaskLease Lease, IBlackboard Blackboard, IRunStore Runs, ITaskProgress Progress)
{
    /// <summary>What the task works on.</summary>
    /// <exception cref="TaskFailedException">The task names nothing.</exception>
    public string Subject => Lease.Task.Subject ?? throw new TaskFailedException($"The task {Lease.Task.Id} does not say what it works on.");

    /// <summary>Reads an artifact that must be there, since a task that is needed publishes it.</summary>
    public async Task<T> ReadAsync<T>(string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => (await ReadManyAsync([name], type, cancellationToken))[0];

    /// <summary>Reads several artifacts that must be there.</summary>
    public async Task<IReadOnlyList<T>> ReadManyAsync<T>(IReadOnlyList<string> names, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> values = await Blackboard.ReadManyAsync(Lease.RunId, names, cancellationToken);
        T[] read = new T[names.Count];
        for (int i = 0; i < names.Count; i++)
        {
            // Missing where it must be: the store has forgotten something, and the next attempt may find it made again.
            ReadOnlyMemory<byte> bytes = values[i] ?? throw new InvalidDataException($"The artifact {names[i]} is not on the blackboard.");
            read[i] = JsonSerializer.Deserialize(bytes.Span, type) ?? throw new InvalidDataException($"The artifact {names[i]} is empty.");
        }

        return read;
    }

    /// <summary>Reads what need not be there.</summary>
    public async Task<T?> TryReadAsync<T>(string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class => await Blackboard.ReadAsync(Lease.RunId, name, cancellationToken) is { } bytes ? JsonSerializer.Deserialize(bytes.Span, type) : null;

    /// <summary>Reads an input, or null if the run has none of that name.</summary>
    public Task<ReadOnlyMemory<byte>?> ReadInputAsync(string name, CancellationToken cancellationToken) =>
        Runs.ReadInputAsync(Lease.RunId, name, cancellationToken);
}
