using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;

namespace ThesisApp.Agent.Handlers;

/// <summary>Does one kind of task.</summary>
public interface ITaskHandler
{
    /// <summary>The kind; see <see cref="Core.Graph.TaskKinds"/>.</summary>
    string Kind { get; }

    /// <summary>Does the work. Its result depends on the run's inputs and artifacts alone, so whoever does it gives the same bytes.</summary>
    Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken);
}
