using ThesisApp.Coordination.Board;

namespace ThesisApp.Agent.Work;

/// <summary>What the agent is at, for its presence.</summary>
internal sealed class AgentStatus
{
    private TaskLease? _current;
    private long _done;

    public TaskLease? Current
    {
        get => Volatile.Read(ref _current);
        set => Volatile.Write(ref _current, value);
    }

    public long TasksDone => Interlocked.Read(ref _done);

    public void CountDone() => Interlocked.Increment(ref _done);
}
