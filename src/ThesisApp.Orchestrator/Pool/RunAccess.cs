using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Looks after the users of the store that runs have of their own: there before a sandbox is started for the run, and as long as there is one.</summary>
internal sealed class RunAccess(IRunUsers users, IRunStore runs)
{
    // Runs whose users this orchestrator has made itself in its term.
    private readonly HashSet<string> _renewed = new(StringComparer.Ordinal);

    /// <summary>Makes sure that it can be done here.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => users.CheckAsync(cancellationToken);

    /// <summary>Takes nothing that is there for what this orchestrator would make: another may have been at it, of another version or with another secret.</summary>
    public void Distrust() => _renewed.Clear();

    /// <summary>Makes the user of a run that is to get a sandbox.</summary>
    public Task MakeAsync(string runId, CancellationToken cancellationToken) => users.MakeAsync([runId], anew: true, cancellationToken);

    /// <summary>Makes the users of runs with sandboxes that some server has forgotten, and removes those of runs that are over and have none.</summary>
    /// <param name="active">The runs that may go on.</param>
    /// <param name="sandboxes">The sandboxes of the pool.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task TendAsync(IReadOnlyCollection<RunDemand> active, IReadOnlyCollection<string> sandboxes, CancellationToken cancellationToken)
    {
        HashSet<string> going = [.. active.Select(run => run.RunId)];
        string[] wanted = [.. going.Where(runId => HasSandbox(runId, sandboxes))];
        string[] distrusted = [.. wanted.Where(runId => !_renewed.Contains(runId))];
        await users.MakeAsync(distrusted, anew: true, cancellationToken);
        _renewed.UnionWith(distrusted);
        await users.MakeAsync([.. wanted.Except(distrusted)], anew: false, cancellationToken);
        foreach (string runId in (await users.ListAsync(cancellationToken)).Where(runId => !going.Contains(runId) && !HasSandbox(runId, sandboxes)))
        {
            // Off the list of active ones it may be for a moment only.
            if (await IsOverAsync(runId, cancellationToken))
            {
                await users.RemoveAsync(runId, cancellationToken);
                _renewed.Remove(runId);
            }
        }
    }

    private async Task<bool> IsOverAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            return await runs.FindAsync(runId, cancellationToken) is null or { IsFinal: true };
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // Its agents have made its records unreadable. Should it go on all the same, its user is made again.
            return true;
        }
    }

    private static bool HasSandbox(string runId, IReadOnlyCollection<string> sandboxes) => sandboxes.Any(id => BoundSandboxes.IsWithin(id, runId));
}
