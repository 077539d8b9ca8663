using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ThesisApp.Cli.Errors;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>Looks at a run each time that something happens in it, until it is final.</summary>
internal sealed class RunFollower(IThesisClient client, TimeProvider time)
{
    // Events come in bursts: one look for each burst.
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);

    // Progress within a task is no event.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(1);

    /// <summary>Snapshots, the last one of the final state.</summary>
    /// <exception cref="CliException">There is no such run any more.</exception>
    public async IAsyncEnumerable<RunSnapshot> FollowAsync(string runId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var news = Channel.CreateBounded<RunEvent>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var listening = ListenAsync(runId, news.Writer, stop.Token);
        Task<bool>? nextNews = null;
        try
        {
            while (true)
            {
                var snapshot = await LookAsync(runId, cancellationToken);
                yield return snapshot;
                if (snapshot.Run.IsAtRest)
                {
                    yield break;
                }

                await Task.Delay(ShortestInterval, time, cancellationToken);
                nextNews ??= news.Reader.WaitToReadAsync(cancellationToken).AsTask();
                await Task.WhenAny(nextNews, Task.Delay(LongestInterval - ShortestInterval, time, cancellationToken));
                if (nextNews.IsCompleted)
                {
                    nextNews = null;
                    news.Reader.TryRead(out _);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await listening;
        }
    }

    private async Task<RunSnapshot> LookAsync(string runId, CancellationToken cancellationToken)
    {
        // The tasks first: when the run is final afterwards, so are they.
        var tasks = await client.ListTasksAsync(runId, cancellationToken);
        var agents = await client.ListAgentsAsync(cancellationToken);
        var run = await client.FindRunAsync(runId, cancellationToken)
            ?? throw new CliException(ExitCodes.RunFailed, $"Run '{runId}' is gone: somebody deleted it.", "Submit it again.");
        return new RunSnapshot(run, run.IsAtRest ? await client.ListTasksAsync(runId, cancellationToken) : tasks, agents);
    }

    /// <summary>Hands on events. A stream that breaks for good is no failure: the regular looks find out whether the run still goes on.</summary>
    private async Task ListenAsync(string runId, ChannelWriter<RunEvent> news, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var runEvent in client.FollowEventsAsync(runId, after: 0, cancellationToken))
            {
                await news.WriteAsync(runEvent, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or ThesisApiException)
        {
        }
    }
}
