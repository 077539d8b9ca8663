using ThesisApp.Agent.Work;

namespace ThesisApp.Agent.Handlers;

/// <summary>Does one kind of task.</summary>
public interface ITaskHandler
{
    /// <summary>The kind; see <see cref="Core.Graph.TaskKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Reads what the work depends on, and nothing that it does not: an input that is read in vain makes work be done again in vain. Whoever does the work gives the same bytes.</summary>
    Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken);
}
