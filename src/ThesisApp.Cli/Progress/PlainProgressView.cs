using ThesisApp.Cli.Servers;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>A line for each tenth of the way, each dead letter, and at least one in a while.</summary>
internal sealed class PlainProgressView(CliServices services) : IProgressView
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);
    private int _lastTenth = -1;
    private long _lastLine;

    /// <inheritdoc/>
    public async Task<RunSnapshot> ShowAsync(ServerConnection connection, string runId, DateTimeOffset since, CancellationToken cancellationToken)
    {
        RunSnapshot? latest = null;
        await foreach (var snapshot in new RunFollower(connection.Client, services.Time).FollowAsync(runId, cancellationToken))
        {
            latest = snapshot;
            Report(snapshot, since);
        }

        return latest!;
    }

    private void Report(RunSnapshot snapshot, DateTimeOffset since)
    {
        foreach (var task in snapshot.Tasks.Where(task => task.State == TaskState.Dead && _reported.Add(task.Id)))
        {
            services.Terminal.Say($"dead letter {task.Id}: {task.Error}");
        }

        var counts = snapshot.Run.Tasks;
        var tenth = (int)(snapshot.Fraction * 10);
        if (tenth <= _lastTenth && !snapshot.Run.IsFinal && services.Time.GetElapsedTime(_lastLine) < LongestSilence)
        {
            return;
        }

        _lastTenth = Math.Max(tenth, _lastTenth);
        _lastLine = services.Time.GetTimestamp();
        var left = TimeLeft.Estimate(snapshot.Tasks) is { } estimate && !snapshot.Run.IsFinal ? $", about {Durations.Short(estimate)} left" : "";
        services.Terminal.Say(
            $"the run {StateText.Sentence(snapshot.Run.State)}: {counts.Done} of {counts.Total} tasks done, {counts.Leased} at work, {counts.Dead} dead, {Durations.Short((snapshot.Run.FinishedAt ?? services.Time.GetUtcNow()) - since)} elapsed{left}");
    }
}
