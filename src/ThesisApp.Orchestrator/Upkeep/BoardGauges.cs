using System.Diagnostics.Metrics;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Upkeep;

namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>The board as the last sweep found it: meter <c>ThesisApp.Orchestrator</c>.</summary>
internal sealed class BoardGauges
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "ThesisApp.Orchestrator";

    private UpkeepSummary _last = new(0, 0, new TaskCounts(0, 0, 0, 0, 0, 0, 0), []);

    public BoardGauges(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        meter.CreateObservableGauge("thesis.board.tasks", Observe, "{task}", "Tasks of active runs by state.");
        meter.CreateObservableGauge("thesis.board.runs", () => Volatile.Read(ref _last).ActiveRuns, "{run}", "Runs that are running or paused.");
    }

    public void Show(UpkeepSummary summary) => Volatile.Write(ref _last, summary);

    private Measurement<int>[] Observe()
    {
        TaskCounts tasks = Volatile.Read(ref _last).Tasks;
        return
        [
            Of(tasks.Waiting, "waiting"), Of(tasks.Ready, "ready"), Of(tasks.Delayed, "delayed"),
            Of(tasks.Leased, "leased"), Of(tasks.Done, "done"), Of(tasks.Dead, "dead"),
        ];
    }

    private static Measurement<int> Of(int count, string state) => new(count, new KeyValuePair<string, object?>("state", state));
}
