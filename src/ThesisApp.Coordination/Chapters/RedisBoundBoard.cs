using System.Globalization;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Chapters;

/// <summary>The board as an agent sees it that is bound to one run, or to one chapter of it, on Redis, Valkey or Garnet.</summary>
internal sealed class RedisBoundBoard(ScriptRunner scripts, WorkSignal signal, RunNews runNews, CoordinationMetrics metrics, IOptions<CoordinationOptions> options, TimeProvider time) : IBoundBoard
{
    private readonly CoordinationOptions _options = options.Value;

    public async Task<TaskLease?> LeaseAsync(string agentId, SandboxScope scope, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        long began = time.GetTimestamp();
        while (true)
        {
            TimeSpan left = patience - time.GetElapsedTime(began);
            Task? news = null;
            try
            {
                // Before the board is asked: what becomes ready after that is announced.
                news = await ListenAsync(scope, cancellationToken);
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

            await WaitAsync(news, left < _options.PollInterval ? left : _options.PollInterval, cancellationToken);
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

    // Who may listen to one run alone is woken by whatever happens in it; else by what becomes ready, and null is the answer.
    private async Task<Task?> ListenAsync(SandboxScope scope, CancellationToken cancellationToken)
    {
        if (_options.IsBound)
        {
            return await runNews.ListenAsync(scope.RunId, cancellationToken);
        }

        await signal.EnsureSubscribedAsync(cancellationToken);
        return null;
    }

    private async Task WaitAsync(Task? news, TimeSpan limit, CancellationToken cancellationToken)
    {
        if (news is null)
        {
            await signal.WaitAsync(limit, signal.Looks, place: null, cancellationToken);
            return;
        }

        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(news, Task.Delay(limit, time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task<(TaskLease? Lease, bool GoesOn)> TryAsync(string agentId, SandboxScope scope, CancellationToken cancellationToken)
    {
        RedisValue[] arguments = [agentId, _options.LeaseDuration.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture)];
        RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(
            BoardScript.Lease, scope.RunId, scope.Chapter is { } chapter ? [.. arguments, chapter] : arguments, cancellationToken))!;
        if ((string?)answer[0] != "leased")
        {
            return (null, (string?)answer[1] == "running");
        }

        (TaskLease lease, TimeSpan latency) = LeaseReader.Read(answer, 3, scope.RunId, agentId, _options.LeaseDuration);
        metrics.RecordLease(latency, lease.Task.Kind);
        return (lease with { TurnBegan = time.GetTimestamp() }, true);
    }
}
