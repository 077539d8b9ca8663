using System.Globalization;
using System.Text;
using StackExchange.Redis;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>What the contender's tasks do; each gives one small artifact, as each of a peer's tasks gives a return value.</summary>
internal sealed class TaskWork(IBlackboard blackboard, IConnectionMultiplexer redis)
{
    private readonly string _process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Does a task.</summary>
    public async Task<TaskResult> DoAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        string value = lease.Task.Kind switch
        {
            TaskKind.Timestamp => ContenderSettings.Text(ContenderSettings.Now()),
            TaskKind.Sleep => await SleepAsync(lease, cancellationToken),
            TaskKind.Join or TaskKind.Last => await ReadNeedsAsync(lease, cancellationToken),
            _ => lease.Task.Subject ?? string.Empty,
        };
        return new TaskResult
        {
            // A result's own word on itself goes with its event, as a peer's return value does.
            Message = lease.Task.Kind == TaskKind.Timestamp ? value : null,
            Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [lease.Task.Id] = Encoding.UTF8.GetBytes(value) },
        };
    }

    /// <summary>Notes what became of a result, where the harness wants to know it.</summary>
    public async ValueTask DeliveredAsync(TaskLease lease, CompleteOutcome outcome, CancellationToken cancellationToken)
    {
        if (lease.Task.Kind == TaskKind.Last && outcome == CompleteOutcome.Accepted)
        {
            await redis.GetDatabase().StringIncrementAsync(ContenderSettings.GraphsDoneKey(ContenderSettings.Run)).WaitAsync(cancellationToken);
        }
        else if (lease.Task.Kind == TaskKind.Sleep)
        {
            await NoteAsync("delivered", $" {outcome}", cancellationToken);
        }
    }

    private async Task<string> ReadNeedsAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> parts = await blackboard.ReadManyAsync(lease.RunId, lease.Task.Needs, cancellationToken);
        return parts.All(part => part is not null)
            ? parts.Count.ToString(CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{lease.Task.Id} of {lease.RunId} was leased before everything was there that it needs.");
    }

    // Deaf to the loss of its lease, so that the late result of a stalled process is delivered for certain.
    private async Task<string> SleepAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        await NoteAsync("start", string.Empty, cancellationToken);
        await Task.Delay(int.Parse(lease.Task.Subject!, CultureInfo.InvariantCulture), cancellationToken);
        await NoteAsync("end", string.Empty, cancellationToken);
        return _process;
    }

    private Task<long> NoteAsync(string what, string rest, CancellationToken cancellationToken) => redis.GetDatabase().ListRightPushAsync(
        ContenderSettings.ExecutionsKey(ContenderSettings.Run),
        $"{what} {_process} {ContenderSettings.Text(ContenderSettings.Now())}{rest}").WaitAsync(cancellationToken);
}
