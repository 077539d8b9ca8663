using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Chapters;

/// <summary>The board as an agent sees it that is bound to one chapter, on Redis, Valkey or Garnet.</summary>
internal sealed class RedisChapterBoard(ScriptRunner scripts, WorkSignal signal, CoordinationMetrics metrics, IOptions<CoordinationOptions> options, TimeProvider time) : IChapterBoard
{
    private readonly CoordinationOptions _options = options.Value;

    public async Task<TaskLease?> LeaseAsync(string agentId, ChapterScope scope, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        long began = time.GetTimestamp();
        while (true)
        {
            TimeSpan left = patience - time.GetElapsedTime(began);
            try
            {
                // Before the board is asked: what becomes ready after that is announced.
                await signal.EnsureSubscribedAsync(cancellationToken);
                (TaskLease? lease, bool goesOn) = await TryAsync(agentId, scope, cancellationToken);
                if (lease is not null || !goesOn || left <= TimeSpan.Zero)
                {
                    return lease;
                }
            }
            catch (Exception exception) when (StoreFaults.IsPassing(exception) && left > TimeSpan.Zero)
            {
                // The next look may find it back.
            }

            await signal.WaitAsync(left < _options.PollInterval ? left : _options.PollInterval, signal.Looks, place: null, cancellationToken);
        }
    }

    public async Task<bool> PublishAsync(TaskLease lease, string chapter, ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        RedisResult answer = await scripts.RunAsync(
            BoardScript.Publish,
            [.. RunKeys.All(lease.RunId), RunKeys.ChapterContent(lease.RunId, chapter), RunKeys.ChapterComplete(lease.RunId, chapter)],
            [lease.RunId, lease.Task.Id, lease.Token, text],
            cancellationToken);
        return (string?)answer == "published";
    }

    private async Task<(TaskLease? Lease, bool GoesOn)> TryAsync(string agentId, ChapterScope scope, CancellationToken cancellationToken)
    {
        RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(
            BoardScript.Lease,
            scope.RunId,
            [agentId, _options.LeaseDuration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture), scope.Chapter],
            cancellationToken))!;
        if ((string?)answer[0] != "leased")
        {
            return (null, (string?)answer[1] == "running");
        }

        (TaskLease lease, TimeSpan latency) = LeaseReader.Read(answer, 3, scope.RunId, agentId, _options.LeaseDuration);
        metrics.RecordLease(latency, lease.Task.Kind);
        return (lease with { TurnBegan = time.GetTimestamp() }, true);
    }
}
