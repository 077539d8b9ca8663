using Spectre.Console;
using ThesisApp.Cli.Servers;

namespace ThesisApp.Cli.Progress;

/// <summary>A display that redraws itself: progress bar, tasks by state, what each agent is at, time left.</summary>
internal sealed class LiveProgressView(CliServices services) : IProgressView
{
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(200);

    private RunSnapshot? _latest;

    /// <inheritdoc/>
    public async Task<RunSnapshot> ShowAsync(ServerConnection connection, string runId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var console = services.Terminal.Messages;
        var frame = new ProgressFrame(console.Profile);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = FollowAsync(connection, runId, stop.Token);
        try
        {
            await console.Live(new Markup("[grey]looking at the run …[/]")).AutoClear(true).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
            {
                while (!following.IsCompleted)
                {
                    if (_latest is { } snapshot)
                    {
                        live.UpdateTarget(frame.Render(snapshot, services.Time.GetUtcNow() - since, connection.IsAway));
                    }

                    await Task.WhenAny(following, Task.Delay(FrameTime, services.Time, stop.Token));
                }
            });
            await following;
        }
        finally
        {
            await stop.CancelAsync();
            await following.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return _latest!;
    }

    private async Task FollowAsync(ServerConnection connection, string runId, CancellationToken cancellationToken)
    {
        await foreach (var snapshot in new RunFollower(connection.Client, services.Time).FollowAsync(runId, cancellationToken))
        {
            _latest = snapshot;
        }
    }
}
