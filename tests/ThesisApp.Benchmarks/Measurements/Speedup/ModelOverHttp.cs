using System.Globalization;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>The simulated model in a process of its own, and the agent's own program, which asks it as it would ask any: prompts, streams, verification, reviews, revisions.</summary>
internal sealed class ModelOverHttp : ISpeedupModel
{
    // Nobody waits for it.
    private const double AtOnce = 1_000_000;

    private readonly SimulatedModel _model;

    private ModelOverHttp(SimulatedModel model) => _model = model;

    public string Pace =>
        "that of the simulator, over HTTP: to the first token 0.8 s (log-normal, sigma 0.4), then 45 tokens of four letters a second (sigma 0.15), for each answer anew, by a hash of the request; "
        + "sections have their length, a quarter of the reviews ask for a revision; no faults";

    /// <summary>Starts the simulator.</summary>
    public static async Task<ModelOverHttp> StartAsync(int seed, CancellationToken cancellationToken) => new(await SimulatedModel.StartAsync(
        cancellationToken, "--seed", seed.ToString(CultureInfo.InvariantCulture), "--first-token-ms", "800", "--tokens-per-second", "45", "--spread", "1", "--fill", "1"));

    public ProgramProcess StartAgent(SpeedupThesis thesis, IReadOnlyDictionary<string, string> environment) =>
        ProgramProcess.Start(BuiltPrograms.Agent, [], new Dictionary<string, string>(environment, StringComparer.Ordinal)
        {
            ["ConnectionStrings__chat"] = _model.ConnectionString,
            ["Models__CacheAnswers"] = "false",
        });

    public Task WaitAsync(SpeedupThesis thesis, bool waits, CancellationToken cancellationToken) => _model.CompressAsync(waits ? thesis.Compression : AtOnce, cancellationToken);

    public double? SecondsOf(string kind, string taskId, int words) => null;

    public ValueTask DisposeAsync() => _model.DisposeAsync();
}
