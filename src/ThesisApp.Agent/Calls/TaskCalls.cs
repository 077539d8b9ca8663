using System.Globalization;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Usage;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Usage;

namespace ThesisApp.Agent.Calls;

/// <summary>Follows the calls of one task: its heartbeat tells how far the answer is, the run's account what it took.</summary>
internal sealed class TaskCalls(TaskLease lease, ITaskProgress progress, IUsageLedger ledger, RunBudgets budgets) : ICallObserver
{
    private const double CharactersOfWord = 6;
    private const double AlmostDone = 0.95;

    public Task StartingAsync(string model, bool hasPrice, CancellationToken cancellationToken) => budgets.CheckAsync(lease.RunId, model, hasPrice, cancellationToken);

    // A task's cost is the words that it is expected to take.
    public void Writing(string stage, int characters) => progress.Report(
        Math.Min(AlmostDone, characters / CharactersOfWord / Math.Max(1, RunPlanner.WordsOf(lease.Task))),
        string.Create(CultureInfo.InvariantCulture, $"{stage}: about {characters / CharactersOfWord:F0} words so far"));

    // Paid is paid, even if the agent is being stopped.
    public Task PaidAsync(CallUsage usage, CancellationToken cancellationToken) => ledger.AddAsync(
        lease.RunId, new UsageEntry(lease.Task.Id, usage.Stage, usage.Model, 1, usage.InputTokens, usage.OutputTokens, usage.Cost), CancellationToken.None);
}
