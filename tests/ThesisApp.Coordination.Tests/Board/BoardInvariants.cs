using System.Text;
using System.Text.Json;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>What must be so after every step, whatever the model says.</summary>
internal sealed class BoardInvariants
{
    private readonly Dictionary<string, string> _done = new(StringComparer.Ordinal);

    /// <summary>A task waits if and only if it needs one that is not done, and whatever is done stays as it is.</summary>
    public void Check(RunInfo run, IReadOnlyList<TaskInfo> tasks)
    {
        HashSet<string> done = [.. tasks.Where(task => task.State == TaskState.Done).Select(task => task.Id)];
        Assert.Equal(done.Count, run.Tasks.Done);
        Assert.Subset(done, _done.Keys.ToHashSet(StringComparer.Ordinal));
        foreach (TaskInfo task in tasks)
        {
            if (run.State != RunState.Cancelled)
            {
                Assert.True(
                    task.State == TaskState.Waiting == task.Needs.Any(need => !done.Contains(need)),
                    $"{task.Id} is {task.State} and needs {string.Join(", ", task.Needs)}; done are {string.Join(", ", done)}.");
            }

            if (task.State == TaskState.Done)
            {
                string now = JsonSerializer.Serialize(task);
                Assert.Equal(_done.TryAdd(task.Id, now) ? now : _done[task.Id], now);
            }
        }
    }

    /// <summary>Of all leases that were ever handed out the board honours those that the model holds, and so one a task at most. They are extended by the question.</summary>
    public static async Task CheckLeasesAsync(CoordinationHost host, BoardModel model, IReadOnlyList<TaskLease> leases, CancellationToken cancellationToken)
    {
        List<string> honoured = [];
        foreach (TaskLease lease in leases)
        {
            HeartbeatResult expected = model.Heartbeat(lease);
            Assert.Equal(expected, await host.Board.HeartbeatAsync(lease, 0.5, "still at it", cancellationToken));
            if (expected is HeartbeatResult.Extended or HeartbeatResult.RunPaused)
            {
                honoured.Add(lease.Task.Id);
            }
        }

        Assert.Equal(honoured.Distinct(), honoured);
    }

    /// <summary>The artifact of each done task is the one that came with the lease under which it was done, and there is no other.</summary>
    public static async Task CheckArtifactsAsync(CoordinationHost host, string runId, BoardModel model, CancellationToken cancellationToken)
    {
        string[] done = [.. model.Tasks.Values.Where(task => task.State == TaskState.Done).Select(task => task.Definition.Id).Order(StringComparer.Ordinal)];
        Assert.Equal(done, (await host.Blackboard.ListAsync(runId, cancellationToken)).Order(StringComparer.Ordinal));
        foreach (string id in done)
        {
            Assert.Equal(model.Tasks[id].Token, Encoding.UTF8.GetString((await host.Blackboard.ReadAsync(runId, id, cancellationToken))!.Value.Span));
        }
    }
}
