using System.Diagnostics;
using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Benchmarks.Ours;
using ThesisApp.Benchmarks.Processes;
using ThesisApp.TestSupport.Processes;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Contenders;

/// <summary>Our board.</summary>
internal class BoardContender(string name = BoardContender.OurName) : Contender(name, AppContext.BaseDirectory)
{
    /// <summary>Our name in the tables.</summary>
    public const string OurName = "thesisapp";

    /// <summary>An orchestrator watches the agents' connections.</summary>
    public const string Seen = "seen";

    /// <summary>Nobody watches: the lease has to run out.</summary>
    public const string Unseen = "lease";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public override IReadOnlyList<CrashMode> Crashes { get; } =
    [
        new(Seen, Nothing, Longest) { Helper = StartOrchestrator },
        new(Unseen, Nothing, Longest),
    ];

    public override CrashMode Stall { get; } = new(Unseen, Nothing, Longest);

    public override async Task<string> PrepareAsync(CancellationToken cancellationToken)
    {
        await PublishedProgram.Contender.PublishAsync(cancellationToken);
        string? client = FileVersionInfo.GetVersionInfo(typeof(ConnectionMultiplexer).Assembly.Location).ProductVersion?.Split('+')[0];
        return $"StackExchange.Redis {client}, .NET {System.Environment.Version}, {PublishedProgram.Contender.Form}";
    }

    public override IReadOnlyList<string> Command(params string[] verb) =>
        [.. PublishedProgram.Contender.Command, .. verb];

    public override Task<long> CountDoneAsync(Trial trial) =>
        trial.Redis.Connection.GetDatabase().HashLengthAsync($"{{run:{ProducerVerbs.FilledRun(trial.Run)}}}:artifacts");

    public override async Task<long> CountGraphsAsync(Trial trial) =>
        (long)await trial.Redis.Connection.GetDatabase().StringGetAsync(ContenderSettings.GraphsDoneKey(trial.Run));

    public override Task<IReadOnlyList<string[]>> ListExecutionsAsync(Trial trial) =>
        ReadAsync(trial.Redis.Connection.GetDatabase(), ContenderSettings.ExecutionsKey(trial.Run));

    public override async Task VerifyGraphsAsync(Trial trial, CancellationToken cancellationToken)
    {
        string succeeded = await trial.RunVerbAsync(null, cancellationToken, "succeeded");
        if (succeeded != Graphs.ToString(CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{succeeded} of {Graphs} runs have succeeded, but the last task of each was accepted.");
        }
    }

    public override async Task CleanAsync(Trial trial)
    {
        await trial.RunVerbAsync(null, CancellationToken.None, "clean");
        await trial.Redis.Connection.GetDatabase().KeyDeleteAsync([ContenderSettings.GraphsDoneKey(trial.Run)]);
        await trial.Redis.Connection.GetDatabase().KeyDeleteAsync([ContenderSettings.ExecutionsKey(trial.Run)]);
    }

    // The real one, as it runs in the real system.
    private static ToolProcess StartOrchestrator(Trial trial) => trial.StartHelper(
        ["dotnet", BuiltPrograms.Orchestrator],
        new Dictionary<string, string>
        {
            ["ConnectionStrings__redis"] = trial.Redis.Server,
            ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}"),
        });
}
