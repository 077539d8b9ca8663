using System.Globalization;
using System.Text.Json;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Our board with the agent's own executable as its worker, which gets a source to read.</summary>
internal sealed class RealAgent() : BoardContender(RealAgent.Name)
{
    /// <summary>Its name in the tables.</summary>
    public new const string Name = "thesisapp-agent";

    public override async Task<string> PrepareAsync(CancellationToken cancellationToken)
    {
        await base.PrepareAsync(cancellationToken);
        await PublishedProgram.Agent.PublishAsync(cancellationToken);
        return $"the agent, {PublishedProgram.Agent.Form}";
    }

    public override IReadOnlyList<string> Command(params string[] verb) => base.Command(verb is ["fill", ..] ? ["ingest"] : verb);

    public override IReadOnlyList<string> WorkerCommand(string concurrency, string barrier, string startFolder, int index) => PublishedProgram.Agent.Command;

    public override IReadOnlyDictionary<string, string> WorkerEnvironment(Trial trial) => new Dictionary<string, string>
    {
        ["ConnectionStrings__redis"] = trial.Redis.Server,
    };

    // It writes no file of its own accord, but the store's clock is this machine's.
    public override async Task<double?> FirstStartAsync(Trial trial, string startFolder)
    {
        foreach (string happened in (await trial.Redis.Connection.GetDatabase().ListRangeAsync($"{{run:{ProducerVerbs.FilledRun(trial.Run)}}}:events")).Select(entry => entry.ToString()))
        {
            using JsonDocument json = JsonDocument.Parse(happened);
            if (json.RootElement.GetProperty("type").GetString() == RunEventTypes.TaskLeased)
            {
                return double.Parse(json.RootElement.GetProperty("at").GetString()!, CultureInfo.InvariantCulture) / 1_000;
            }
        }

        return null;
    }
}
