using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>How agents come by a task: they ask the runs in turn, and where none has any they wait for an announcement, the next look, or one that is handed to them.</summary>
internal sealed partial class RedisTaskBoard
{
    public async Task<TaskLease?> TryLeaseAsync(string agentId, CancellationToken cancellationToken)
    {
        (TaskLease? lease, _) = await TryRotationAsync(agentId, cancellationToken);
        if (lease is not null)
        {
            return lease;
        }

        await lookout.LookAsync(cancellationToken);
        return (await TryRotationAsync(agentId, cancellationToken)).Lease;
    }

    public async Task<TaskLease> LeaseAsync(string agentId, CancellationToken cancellationToken)
    {
        using WaitingPlace place = waiting.TakePlace(agentId);
        try
        {
            return await LeaseAsync(agentId, place, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await waiting.LeaveAsync(place);
            throw;
        }
    }

    private async Task<TaskLease> LeaseAsync(string agentId, WaitingPlace place, CancellationToken cancellationToken)
    {
        int outage = 0;
        while (true)
        {
            TimeSpan wait;
            long looks;
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await signal.EnsureSubscribedAsync(cancellationToken);
                looks = signal.Looks;
                (TaskLease? lease, TimeSpan? due) = await TryRotationAsync(agentId, cancellationToken);
                if (lease is not null)
                {
                    return lease;
                }

                // What is announced needs no look; what is due at some time, such as a retry, does.
                if (due is { } soon)
                {
                    lookout.LookNoLaterThan(soon + TimeSpan.FromMilliseconds(1));
                }

                if (await lookout.LookIfDueAsync(cancellationToken))
                {
                    continue;
                }

                await waiting.AnnounceAsync(place, cancellationToken);
                wait = lookout.UntilNext;
                outage = 0;
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception))
            {
                wait = OutagePause(outage++);
                LogStoreUnreachable(logger, "lease", outage, exception.Message);
                await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            bool wasAnnounced = await signal.WaitAsync(wait, looks, place, cancellationToken);
            if (place.Take() is { } handed)
            {
                if (wasAnnounced)
                {
                    signal.PassOn();
                }

                signal.Rotation.Rank(handed.Lease.RunId, handed.Priority, handed.Weight);
                metrics.RecordLease(handed.Latency, handed.Lease.Task.Kind);
                return handed.Lease;
            }
        }
    }

    private async Task<(TaskLease? Lease, TimeSpan? NextDue)> TryRotationAsync(string agentId, CancellationToken cancellationToken)
    {
        TimeSpan? nextDue = null;
        while (signal.Rotation.Next() is { } runId)
        {
            long offers = signal.Rotation.Offers(runId);
            bool isLeased = false;
            try
            {
                RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(BoardScript.Lease, runId, [agentId, LeaseMilliseconds], cancellationToken))!;
                isLeased = (string?)answer[0] == "leased";
                if (isLeased)
                {
                    TaskLease lease = ReadLease(answer, 3, runId, agentId, time.GetTimestamp());
                    signal.Rotation.Rank(runId, (int)answer[1], (int)answer[2]);
                    return (lease, null);
                }

                signal.Rotation.Drop(runId, offers);
                if ((string?)answer[1] is not ("running" or "paused"))
                {
                    Retire(runId, offers);
                }

                double due = double.Parse((string)answer[2]!, CultureInfo.InvariantCulture);
                if (due >= 0 && (nextDue is null || due < nextDue.Value.TotalMilliseconds))
                {
                    nextDue = TimeSpan.FromMilliseconds(due);
                }
            }
            catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
            {
                // An agent may have written its records, or one of another version its tasks. The others have their turns. A lease that was given already runs
                // out, and the task comes to an end by its attempts.
                signal.Rotation.Drop(runId, offers);
                if (isLeased)
                {
                    LogUnreadableTask(logger, runId, exception.Message);
                }
                else
                {
                    LogUnreadable(logger, runId, exception.Message);
                }
            }
        }

        return (null, nextDue);
    }
}
