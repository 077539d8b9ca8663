using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Runs;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>One run of one task after another: from before its submission until its result is in the producer's hands, by the ends of runs as the board tells them: one subscription for all, as a queue's clients have one.</summary>
internal sealed class LatencyVerb(ServiceProvider services)
{
    private const string OnlyTask = "task";

    private readonly IRunStore _runs = services.GetRequiredService<IRunStore>();
    private readonly IEventLog _events = services.GetRequiredService<IEventLog>();

    /// <summary>Measures.</summary>
    /// <returns>The line that every contender prints: percentiles in milliseconds.</returns>
    public async Task<string> RunAsync(int count, CancellationToken cancellationToken)
    {
        await using IRunEndings endings = await _events.OpenEndingsAsync(cancellationToken);
        await using IAsyncEnumerator<RunEnding> ended = endings.ReadAllAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        List<double> started = [];
        List<double> visible = [];
        string series = Guid.NewGuid().ToString("N")[..8];
        for (int i = 0; i < count; i++)
        {
            NewRun run = new()
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{ContenderSettings.Run}-l{series}-{i}"),
                Title = "Benchmark",
                Tasks = [ProducerVerbs.Define(TaskKind.Timestamp, OnlyTask, i, 1)],
            };
            double submitted = ContenderSettings.Now();
            await _runs.CreateAsync(run, cancellationToken);
            (double start, double seen) = await WaitAsync(run.Id, ended);
            started.Add((start - submitted) * 1e3);
            visible.Add((seen - submitted) * 1e3);
        }

        LatencyFigures figures = new(
            Pick(started, 0.5), Pick(started, 0.99), Pick(visible, 0.5), Pick(visible, 0.99), Pick(visible, 1));
        return JsonSerializer.Serialize(figures, LatencyFiguresJson.Default.LatencyFigures);
    }

    private static async Task<(double Start, double Seen)> WaitAsync(string run, IAsyncEnumerator<RunEnding> ended)
    {
        while (await ended.MoveNextAsync())
        {
            if (ended.Current.RunId == run)
            {
                double seen = ContenderSettings.Now();
                return (double.Parse(ended.Current.LastEvents.Single(happened => happened.Type == RunEventTypes.TaskDone).Message!, CultureInfo.InvariantCulture), seen);
            }
        }

        throw new InvalidOperationException($"{run} ended without a result.");
    }

    // As the peers pick theirs, so that the same rule holds for all.
    private static double Pick(List<double> values, double share)
    {
        values.Sort();
        return Math.Round(values[Math.Min(values.Count - 1, (int)(values.Count * share))], 3);
    }
}
