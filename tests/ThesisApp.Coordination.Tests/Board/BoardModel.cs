using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>What the board must do, in plain memory: the oracle of the property tests.</summary>
internal sealed class BoardModel
{
    private readonly Dictionary<string, ModelTask> _tasks = new(StringComparer.Ordinal);

    public RunState State { get; private set; } = RunState.Running;

    public IReadOnlyDictionary<string, ModelTask> Tasks => _tasks;

    private bool IsFinal => State is RunState.Succeeded or RunState.Failed or RunState.Cancelled;

    public void Add(IEnumerable<TaskDefinition> definitions)
    {
        List<ModelTask> added = [.. definitions.Select(definition => new ModelTask(definition))];
        foreach (ModelTask task in added)
        {
            _tasks.Add(task.Definition.Id, task);
        }

        added.ForEach(UpdateReadiness);
    }

    /// <summary>The task that a lease must give, or null.</summary>
    public ModelTask? Lease()
    {
        if (IsFinal)
        {
            return null;
        }

        Sweep();
        ModelTask? next = _tasks.Values
            .Where(task => task.State == TaskState.Ready)
            .OrderByDescending(task => task.Definition.Priority)
            .ThenBy(task => task.Definition.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return State == RunState.Running ? next : null;
    }

    /// <summary>Due retries and expired leases are ready again.</summary>
    public void Sweep()
    {
        foreach (ModelTask task in _tasks.Values.Where(task => !IsFinal && (task.State == TaskState.Delayed || (task.State == TaskState.Leased && task.IsExpired))))
        {
            task.State = TaskState.Ready;
            task.IsExpired = false;
        }
    }

    public static void Leased(ModelTask task, string token)
    {
        task.State = TaskState.Leased;
        task.Token = token;
        task.IsExpired = false;
    }

    public bool Holds(TaskLease lease) =>
        _tasks[lease.Task.Id] is { State: TaskState.Leased } task && task.Token == lease.Token;

    /// <summary>A late heartbeat saves a lease that has run out and that nobody has taken back yet.</summary>
    public HeartbeatResult Heartbeat(TaskLease lease)
    {
        if (State == RunState.Cancelled)
        {
            return HeartbeatResult.RunCancelled;
        }

        if (!Holds(lease))
        {
            return HeartbeatResult.LeaseLost;
        }

        _tasks[lease.Task.Id].IsExpired = false;
        return State == RunState.Paused ? HeartbeatResult.RunPaused : HeartbeatResult.Extended;
    }

    public CompleteOutcome Complete(TaskLease lease, IReadOnlyList<TaskDefinition> extension)
    {
        ModelTask task = _tasks[lease.Task.Id];
        if (State == RunState.Cancelled)
        {
            return CompleteOutcome.RunEnded;
        }

        if (task.State == TaskState.Done && task.Token == lease.Token)
        {
            return CompleteOutcome.Accepted;
        }

        if (!Holds(lease))
        {
            return CompleteOutcome.Refused;
        }

        Add(extension);
        task.State = TaskState.Done;
        foreach (ModelTask other in _tasks.Values)
        {
            UpdateReadiness(other);
        }

        Settle();
        return CompleteOutcome.Accepted;
    }

    public FailResult Fail(TaskLease lease, bool permanent)
    {
        if (!Holds(lease) || State == RunState.Cancelled)
        {
            return FailResult.LeaseLost;
        }

        ModelTask task = _tasks[lease.Task.Id];
        task.Failures++;
        bool dead = permanent || task.Failures >= task.Definition.MaxAttempts;
        task.State = dead ? TaskState.Dead : TaskState.Delayed;
        Settle();
        return dead ? FailResult.Dead : FailResult.Retried;
    }

    public bool Release(TaskLease lease)
    {
        if (!Holds(lease) || State == RunState.Cancelled)
        {
            return false;
        }

        _tasks[lease.Task.Id].State = TaskState.Ready;
        return true;
    }

    public void Cancel() => State = State == RunState.Succeeded ? State : RunState.Cancelled;

    public void Pause() => State = State == RunState.Running ? RunState.Paused : State;

    public void Resume() => State = State == RunState.Paused ? RunState.Running : State;

    public void Revive(string id)
    {
        ModelTask task = _tasks[id];
        if (task.State == TaskState.Dead && State != RunState.Cancelled)
        {
            task.State = TaskState.Ready;
            task.Failures = 0;
            State = State == RunState.Failed ? RunState.Running : State;
        }
    }

    private void UpdateReadiness(ModelTask task)
    {
        if (task.State == TaskState.Waiting && task.Definition.Needs.All(need => _tasks[need].State == TaskState.Done))
        {
            task.State = TaskState.Ready;
        }
    }

    private void Settle()
    {
        if (IsFinal)
        {
            return;
        }

        if (_tasks.Values.All(task => task.State == TaskState.Done))
        {
            State = RunState.Succeeded;
        }
        else if (!_tasks.Values.Any(task => task.State is TaskState.Ready or TaskState.Leased or TaskState.Delayed))
        {
            State = RunState.Failed;
        }
    }
}
