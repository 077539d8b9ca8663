using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool starts and stops sandboxes that work for all runs, as many as the work is worth.</summary>
internal sealed partial class PoolKeeper
{
    private async Task LookAtWorkAsync(PoolTerm term, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        // Chapters with sandboxes of their own share the places with those that work for all, and leave them one.
        PoolDemand demand = await store.MeasureDemandAsync(cancellationToken);
        _paces.Learn(demand);
        int asked = PoolSize.Of(demand, _paces, _options);
        int kept = asked > 0 && _options.Max > 1 ? 1 : 0;
        int waiting = await StartChaptersAsync(term, _options.Max - kept, cancellationToken);
        int taken = _members.Values.Count(member => member.IsBound);
        int wanted = Math.Min(asked, Math.Max(kept, _options.Max - taken - waiting));
        int count = _members.Values.Count(member => member is { IsStopping: false, IsBound: false });
        if (count <= wanted)
        {
            _tooManySince = null;
        }

        if (count < wanted && _pause.IsOver)
        {
            await GrowAsync(term, new SandboxScope?[wanted - count], cancellationToken);
        }
        else if (count > wanted && (waiting > 0 || time.GetElapsedTime(_tooManySince ??= time.GetTimestamp()) >= _options.CoolDown))
        {
            await ShrinkAsync(term, count - wanted, present, cancellationToken);
        }
    }

    // Those without a task; who is not on the list has not got so far in all the time.
    private async Task ShrinkAsync(PoolTerm term, int count, Dictionary<string, AgentInfo> present, CancellationToken cancellationToken)
    {
        foreach (PoolMember member in _members.Values.Where(member => member is { IsStopping: false, IsBound: false } && present.GetValueOrDefault(member.Id)?.TaskId is null).Take(count))
        {
            await StopAsync(term, member, cancellationToken);
        }
    }

    private async Task StopAsync(PoolTerm term, PoolMember member, CancellationToken cancellationToken)
    {
        await ClaimAsync(term, member.Id, cancellationToken);
        member.IsStopping = true;
        LogStops(logger, member.Id);
        _ = launcher.StopAsync(member.Id, sandboxes.Value.StopPatience, cancellationToken)
            .ContinueWith(
                stop =>
                {
                    // It goes on, and counts: the next look tries again.
                    member.IsStopping = false;
                    LogStopFailed(logger, stop.Exception?.InnerException ?? new TaskCanceledException(stop), member.Id);
                },
                CancellationToken.None,
                TaskContinuationOptions.NotOnRanToCompletion,
                TaskScheduler.Default);
    }
}
