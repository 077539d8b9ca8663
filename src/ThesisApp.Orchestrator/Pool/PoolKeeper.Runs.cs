using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool gives runs sandboxes of their own, where they are kept apart.</summary>
internal sealed partial class PoolKeeper
{
    // Every sandbox is bound to a run then: it ends by itself when nothing of the run has been ready for a while.
    private async Task LookAtRunsAsync(PoolTerm term, RunAccess runs, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        // What stands in the store names sandboxes and users: a name that no orchestrator has given is none.
        RunDemand[] active = [.. (await store.MeasureRunsAsync(cancellationToken)).Where(run => RunName.IsOne(run.RunId))];
        await runs.TendAsync(active, _members.Keys, cancellationToken);
        foreach (RunDemand run in active)
        {
            _paces.Learn(run.Demand);
        }

        int asked = active.Sum(run => PoolSize.Of(run.Demand, _paces, _options));
        int kept = asked > 0 && _options.Max > 1 ? 1 : 0;
        int waiting = await StartChaptersAsync(term, _options.Max - kept, cancellationToken);
        int taken = _members.Values.Count(member => member.IsOfChapter);
        IReadOnlyDictionary<string, int> shares = RunPlaces.Divide(active, run => PoolSize.Of(run.Demand, _paces, _options), Math.Max(kept, _options.Max - taken - waiting));
        if (_pause.IsOver)
        {
            await GrowAsync(term, Wanted(active, shares), cancellationToken);
        }

        int hungry = shares.Keys.Count(runId => CountOf(runId) == 0) + waiting;
        await MakeRoomAsync(term, shares, hungry, present, cancellationToken);
    }

    // What each run lacks, as far as there are places; the most urgent first.
    private List<SandboxScope> Wanted(IEnumerable<RunDemand> active, IReadOnlyDictionary<string, int> shares)
    {
        IEnumerable<SandboxScope> lacking = active
            .Where(run => shares.ContainsKey(run.RunId))
            .OrderByDescending(run => run.Priority)
            .ThenBy(run => CountOf(run.RunId))
            .SelectMany(run => Enumerable.Repeat(new SandboxScope(run.RunId), Math.Max(0, shares[run.RunId] - CountOf(run.RunId))));
        return [.. lacking.Take(Math.Max(0, _options.Max - _members.Count))];
    }

    // A run that has none at all gets one of those that others have beyond their shares, if need be in the middle of a task, which is given back: it would else wait for as long as the others have work.
    private async Task MakeRoomAsync(PoolTerm term, IReadOnlyDictionary<string, int> shares, int hungry, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        int free = _options.Max - _members.Count + _members.Values.Count(member => member.IsStopping);
        foreach (PoolMember member in Surplus(shares).OrderBy(member => present.GetValueOrDefault(member.Id)?.TaskId is not null).Take(Math.Max(0, hungry - free)).ToList())
        {
            await StopAsync(term, member, cancellationToken);
        }
    }

    private IEnumerable<PoolMember> Surplus(IReadOnlyDictionary<string, int> shares)
    {
        Dictionary<string, int> left = new(shares, StringComparer.Ordinal);
        foreach (PoolMember member in _members.Values.Where(member => member is { IsStopping: false, IsOfChapter: false }))
        {
            if (left.Keys.FirstOrDefault(run => BoundSandboxes.IsOf(member.Id, new SandboxScope(run))) is not { } runId || --left[runId] < 0)
            {
                yield return member;
            }
        }
    }

    private int CountOf(string runId) => _members.Values.Count(member => !member.IsStopping && BoundSandboxes.IsOf(member.Id, new SandboxScope(runId)));
}
