using System.Diagnostics;
using System.Globalization;
using ThesisApp.Contracts.Runs;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements;

/// <summary>From the submission of the sample to all of its documents downloaded, with the system up.</summary>
internal sealed class SubmissionToDocuments : IMeasurement
{
    private const int Agents = 4;
    private const int WarmUps = 1;
    private const int Runs = 7;
    private const double TargetSeconds = 5;

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"\nsubmission: the sample by the offline writer, {Agents} agents, embedded Redis, no result cache, the system is up; {WarmUps} run to warm up, then {Runs}");
        Dictionary<string, string> noCache = new(StringComparer.Ordinal) { ["Coordination__CacheRetention"] = "00:00:00" };
        await using AppHostSystem system = await AppHostSystem.StartAsync(
            new SystemSettings { Agents = Agents, Lease = TimeSpan.FromSeconds(10), Variables = noCache }, cancellationToken);

        // An agent that has said that it is there is ready for work.
        await Eventually.GetAsync(async token => await system.Runs.ListAgentsAsync(token) is { Count: Agents } all ? all : null, () => "all agents to be there", cancellationToken);
        List<double> seconds = [];
        for (int i = 0; i < WarmUps + Runs; i++)
        {
            (double taken, int bytes, int tasks) = await RunOnceAsync(system, cancellationToken);
            bool counts = i >= WarmUps;
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {(counts ? $"run {i - WarmUps + 1}" : "warm-up")}: {taken:F2} s, {tasks} tasks, {bytes / 1024} KB of documents"));
            if (counts)
            {
                seconds.Add(taken);
            }
        }

        return [new Result($"submission to documents, {Agents} agents", "s", seconds, TargetSeconds)];
    }

    private static async Task<(double Seconds, int Bytes, int Tasks)> RunOnceAsync(AppHostSystem system, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        string id = await system.Runs.SubmitSampleAsync(cancellationToken);
        RunInfo run = await system.Runs.WaitForEndAsync(id, cancellationToken);
        int bytes = (await system.Runs.DownloadAllAsync(id, cancellationToken)).Values.Sum(document => document.Length);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return run.State == RunState.Succeeded ? (seconds, bytes, run.Tasks.Total) : throw new InvalidOperationException($"The run did not succeed: {run}");
    }
}
