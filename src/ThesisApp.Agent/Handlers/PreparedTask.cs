using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;

namespace ThesisApp.Agent.Handlers;

/// <summary>A task whose inputs have been read: the result may be in the cache, else the work makes it.</summary>
/// <param name="Thesis">The thesis, by a name that stays the same from run to run; empty for what any thesis may share.</param>
/// <param name="Inputs">Everything that the result depends on.</param>
/// <param name="Work">Makes the result, of the inputs alone.</param>
public sealed record PreparedTask(string Thesis, TaskInputs Inputs, Func<CancellationToken, Task<TaskResult>> Work)
{
    /// <summary>False for a task that does something outside its result, which no earlier result stands for. The default value is true.</summary>
    public bool IsCacheable { get; init; } = true;

    /// <summary>A task whose work waits for nothing.</summary>
    public static PreparedTask Of(string thesis, TaskInputs inputs, Func<TaskResult> work) => new(thesis, inputs, _ => Task.FromResult(work()));
}
