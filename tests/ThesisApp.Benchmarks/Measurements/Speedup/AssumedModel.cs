using System.Globalization;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>No model at all: agents that wait as long as one would take, and then write as they do without (<see cref="WaitingHandler"/>).</summary>
internal sealed class AssumedModel(int seed) : ISpeedupModel
{
    private readonly ModelTime _time = new(seed);

    public string Pace => ModelTime.Assumptions;

    public ProgramProcess StartAgent(SpeedupThesis thesis, IReadOnlyDictionary<string, string> environment)
    {
        Dictionary<string, string> told = new(environment, StringComparer.Ordinal);
        foreach ((string name, string value) in AgentRuntime.Environment)
        {
            told[name] = value;
        }

        return ProgramProcess.Start(
            typeof(AssumedModel).Assembly.Location,
            [SpeedupAgent.Argument, thesis.Compression.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture)],
            told);
    }

    // The agents know a warm-up by its title.
    public Task WaitAsync(SpeedupThesis thesis, bool waits, CancellationToken cancellationToken) => Task.CompletedTask;

    public double? SecondsOf(string kind, string taskId, int words) => _time.Seconds(kind, taskId, words);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
