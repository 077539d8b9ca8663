using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>The task board on Redis, Valkey or Garnet.</summary>
internal sealed partial class RedisTaskBoard(
    ScriptRunner scripts,
    RunLookout lookout,
    Retirements retirements,
    WorkSignal signal,
    WaitingAgents waiting,
    StoreTopology store,
    CoordinationMetrics metrics,
    IOptions<CoordinationOptions> options,
    TimeProvider time,
    ILogger<RedisTaskBoard> logger) : ITaskBoard
{
    private static readonly TimeSpan LongestOutagePause = TimeSpan.FromSeconds(2);

    private readonly CoordinationOptions _options = options.Value;

    private string LeaseMilliseconds => _options.LeaseDuration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    public async Task<HeartbeatResult> HeartbeatAsync(TaskLease lease, double progress, string? activity, CancellationToken cancellationToken)
    {
        RedisResult answer = await scripts.RunAsync(
            BoardScript.Heartbeat,
            lease.RunId,
            [lease.Task.Id, lease.Token, LeaseMilliseconds, Math.Clamp(progress, 0, 1).ToString("F3", CultureInfo.InvariantCulture), activity ?? string.Empty],
            cancellationToken);
        return (string?)answer switch
        {
            "extended" => HeartbeatResult.Extended,
            "cancelled" => HeartbeatResult.RunCancelled,
            "paused" => HeartbeatResult.RunPaused,
            _ => HeartbeatResult.LeaseLost,
        };
    }

    public Task<CompleteResult> CompleteAsync(TaskLease lease, TaskResult result, bool takeNext, CancellationToken cancellationToken) =>
        CompleteAsync(lease, result, takeNext, place: null, cancellationToken);

    public async Task<CompleteResult> CompleteOrWaitAsync(TaskLease lease, TaskResult result, CancellationToken cancellationToken)
    {
        waiting.ReturnStray(lease.AgentId);
        WaitingPlace? place = signal.Rotation.HasOther(lease.RunId) ? null : await waiting.PrepareAsync(lease.AgentId, cancellationToken);
        CompleteResult answer;
        try
        {
            answer = await CompleteAsync(lease, result, takeNext: true, place, cancellationToken);
        }
        catch when (place is not null)
        {
            waiting.NoteAnnounced(place);
            waiting.GiveUp(place);
            throw;
        }

        if (place is { Announcements: > 0 } && answer.Next is not null)
        {
            waiting.GiveUp(place);
        }

        return answer;
    }

    private async Task<CompleteResult> CompleteAsync(TaskLease lease, TaskResult result, bool takeNext, WaitingPlace? place, CancellationToken cancellationToken)
    {
        if (takeNext && !_options.IsBound)
        {
            await LookInPassingAsync(cancellationToken);
        }

        // Where other runs wait, the next task comes by their turn, once this run's is over.
        bool takeHere = takeNext && (!signal.Rotation.HasOther(lease.RunId) || IsStillTurnOf(lease));
        long offers = signal.Rotation.Offers(lease.RunId);
        List<RedisValue> arguments =
        [
            lease.Task.Id, lease.Token, lease.AgentId, LeaseMilliseconds, takeHere ? "1" : "0", result.FromCache ? "1" : "0",
            result.Message ?? string.Empty, result.Why ?? string.Empty, result.Artifacts.Count, result.Extension.Count,
            place?.Member ?? string.Empty,
        ];
        foreach ((string name, ReadOnlyMemory<byte> value) in result.Artifacts)
        {
            arguments.Add(name);
            arguments.Add(value);
        }

        TaskArguments.Append(arguments, result.Extension);

        RedisResult[] answer = (RedisResult[])(await DeliverAsync(BoardScript.Complete, lease, [.. arguments], cancellationToken, store.CanShareKeys))!;
        string outcome = (string)answer[0]!;
        metrics.RecordOutcome(outcome, lease.Task.Kind);
        switch (outcome)
        {
            case "accepted" when answer.Length > LeaseReader.FieldCount:
                return new CompleteResult(CompleteOutcome.Accepted, ReadLease(answer, 1, lease.RunId, lease.AgentId, lease.TurnBegan));
            case "accepted":
                if (place is not null)
                {
                    waiting.NoteAnnounced(place);
                }

                string? end = answer.Length > 1 ? (string?)answer[1] : null;
                if (end == "ended")
                {
                    Retire(lease.RunId, offers);
                }
                else if (end == "retired")
                {
                    signal.Rotation.Forget(lease.RunId, offers);
                }
                else if (takeHere)
                {
                    // It was asked along with the result, and had nothing.
                    signal.Rotation.Drop(lease.RunId, offers);
                }

                TaskLease? next = takeNext && signal.Rotation.HasOther(lease.RunId) ? (await TryRotationAsync(lease.AgentId, cancellationToken)).Lease : null;
                return new CompleteResult(CompleteOutcome.Accepted, next);
            case "invalid":
                throw new InvalidTaskGraphException($"The result of {lease.Task.Id} does not fit the graph: {answer[1]}.");
            case "ended":
                return new CompleteResult(CompleteOutcome.RunEnded, null);
            default:
                LogRefused(logger, lease.Task.Id, lease.RunId, lease.Token);
                return new CompleteResult(CompleteOutcome.Refused, null);
        }
    }

    public async Task<FailResult> FailAsync(TaskLease lease, TaskFailure failure, CancellationToken cancellationToken)
    {
        TimeSpan delay = failure.RetryAfter ?? RetryDelay(lease.Attempt);
        RedisResult answer = await DeliverAsync(
            BoardScript.Fail,
            lease,
            [lease.Task.Id, lease.Token, failure.IsPermanent ? "1" : "0", delay.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture), failure.Message],
            cancellationToken);
        string outcome = (string)answer!;
        metrics.RecordOutcome(outcome, lease.Task.Kind);
        return outcome switch
        {
            "retried" => FailResult.Retried,
            "dead" => FailResult.Dead,
            _ => FailResult.LeaseLost,
        };
    }

    public async Task<bool> ReleaseAsync(TaskLease lease, CancellationToken cancellationToken)
    {
        RedisResult answer = await DeliverAsync(BoardScript.Release, lease, [lease.Task.Id, lease.Token], cancellationToken);
        metrics.RecordOutcome("released", lease.Task.Kind);
        return (string?)answer == "released";
    }

    // Equal jitter: half of the exponential pause is fixed, half is random, so that retries neither bunch up nor come at once.
    private TimeSpan RetryDelay(int attempt)
    {
        double ceiling = Math.Min(_options.RetryMaxDelay.TotalMilliseconds, _options.RetryBaseDelay.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 20)));
        return TimeSpan.FromMilliseconds((ceiling / 2) + (Random.Shared.NextDouble() * ceiling / 2));
    }

    private static TimeSpan OutagePause(int outage) =>
        TimeSpan.FromMilliseconds(Math.Min(LongestOutagePause.TotalMilliseconds, 50 * Math.Pow(2, Math.Min(outage, 10))));

    // A finished result is worth waiting for a store that restarts; a repeated delivery is harmless.
    private async Task<RedisResult> DeliverAsync(BoardScript script, TaskLease lease, RedisValue[] arguments, CancellationToken cancellationToken, bool isShared = false)
    {
        long start = time.GetTimestamp();
        for (int outage = 0; ; outage++)
        {
            try
            {
                return await (isShared
                    ? scripts.RunSharedAsync(script, lease.RunId, arguments, cancellationToken)
                    : scripts.RunAsync(script, lease.RunId, arguments, cancellationToken));
            }
            catch (RedisServerException denial) when (isShared && store.NoteDenial(denial))
            {
                isShared = false;
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception) && time.GetElapsedTime(start) < _options.DeliveryTimeout)
            {
                LogStoreUnreachable(logger, script.Name, outage + 1, exception.Message);
                await Task.Delay(OutagePause(outage), time, cancellationToken);
            }
        }
    }

    // Announcements may be lost with a connection: who is never idle looks at the index now and then, or a small run could wait for a large one to end.
    private async Task LookInPassingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await lookout.LookIfDueAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            // The result in hand is what matters; the next look will do.
            LogStoreUnreachable(logger, "look for runs", 1, exception.Message);
        }
    }

    private void Retire(string runId, long offers)
    {
        signal.Rotation.Forget(runId, offers);
        if (!_options.IsBound)
        {
            retirements.Add(runId);
        }
    }

    private bool IsStillTurnOf(TaskLease lease) =>
        time.GetElapsedTime(lease.TurnBegan) < _options.TurnLength && !signal.Rotation.HasMoreUrgent(lease.RunId);

    private TaskLease ReadLease(RedisResult[] answer, int from, string runId, string agentId, long turnBegan)
    {
        (TaskLease lease, TimeSpan latency) = LeaseReader.Read(answer, from, runId, agentId, _options.LeaseDuration);
        metrics.RecordLease(latency, lease.Task.Kind);
        return lease with { TurnBegan = turnBegan };
    }

    [LoggerMessage(1, LogLevel.Warning, "The store does not answer to '{Operation}' (try {Try}): {Reason} Trying again.")]
    private static partial void LogStoreUnreachable(ILogger logger, string operation, int @try, string reason);

    [LoggerMessage(7, LogLevel.Debug, "Run {RunId} is passed over, since its records cannot be read: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string runId, string reason);

    [LoggerMessage(28, LogLevel.Error, "A task of run {RunId} cannot be read and is left ({Reason}): its lease runs out. Is this agent older than the orchestrator that planned it?")]
    private static partial void LogUnreadableTask(ILogger logger, string runId, string reason);

    [LoggerMessage(2, LogLevel.Warning, "The result of {TaskId} of run {RunId} was refused: token {Token} is not the current one.")]
    private static partial void LogRefused(ILogger logger, string taskId, string runId, string token);
}
