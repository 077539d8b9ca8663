using ThesisApp.Client;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Programs;

/// <summary>An orchestrator and agents on a Redis that is there already, each started by hand: no host looks after them.</summary>
public sealed class LooseSystem : IAsyncDisposable
{
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly SystemSettings _settings;
    private readonly ProgramProcess _orchestrator;
    private readonly HttpClient _http;
    private readonly List<ProgramProcess> _agents = [];

    /// <summary>Starts the orchestrator.</summary>
    public LooseSystem(SystemSettings settings)
    {
        _settings = settings;
        string url = $"http://127.0.0.1:{FreePort.Take()}";
        Dictionary<string, string> environment = settings.ToEnvironment(_mark);
        environment["ASPNETCORE_URLS"] = url;
        _orchestrator = ProgramProcess.Start(BuiltPrograms.Orchestrator, [], environment);
        _http = new HttpClient { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        Runs = new RunsOf(new ThesisClient(_http));
    }

    /// <summary>The orchestrator's process.</summary>
    public ProgramProcess Orchestrator => _orchestrator;

    /// <summary>The API.</summary>
    public RunsOf Runs { get; }

    /// <summary>Starts an agent.</summary>
    /// <param name="id">How it calls itself.</param>
    /// <param name="pace">Its pause in each task.</param>
    /// <param name="redis">Where it finds the Redis, or null for where the others do.</param>
    /// <param name="arguments">Its arguments.</param>
    public ProgramProcess StartAgent(string id, TimeSpan pace, string? redis = null, params string[] arguments)
    {
        Dictionary<string, string> environment = _settings.ToEnvironment(_mark);
        environment["AGENT_ID"] = id;
        environment["Agent__Pace"] = pace.ToString("c");
        if (redis is not null)
        {
            environment["ConnectionStrings__redis"] = redis;
        }

        ProgramProcess agent = ProgramProcess.Start(BuiltPrograms.Agent, arguments, environment);
        _agents.Add(agent);
        return agent;
    }

    /// <summary>Ends everything.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (ProgramProcess process in _agents.Append(_orchestrator))
        {
            await process.DisposeAsync();
        }
    }
}
