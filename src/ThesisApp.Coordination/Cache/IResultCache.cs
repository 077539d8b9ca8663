using ThesisApp.Coordination.Board;

namespace ThesisApp.Coordination.Cache;

/// <summary>Results of earlier work by what they were made from, shared by all runs: the same inputs are never paid for twice.</summary>
public interface IResultCache
{
    /// <summary>Finds the result that was made from just these inputs.</summary>
    /// <returns>The result, marked as cached, or null. A cache that cannot be read counts as empty.</returns>
    Task<TaskResult?> FindAsync(TaskInputs inputs, CancellationToken cancellationToken);

    /// <summary>Says why a result has to be made.</summary>
    /// <param name="thesis">The thesis that the task belongs to, by a name that stays the same from run to run.</param>
    /// <param name="inputs">What it is to be made from.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<string> ExplainAsync(string thesis, TaskInputs inputs, CancellationToken cancellationToken);

    /// <summary>Keeps a result, before it is delivered: should the delivery be lost, the next attempt finds it.</summary>
    Task StoreAsync(string thesis, TaskInputs inputs, TaskResult result, CancellationToken cancellationToken);
}
