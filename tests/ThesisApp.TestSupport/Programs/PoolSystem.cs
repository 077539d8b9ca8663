using System.Globalization;
using ThesisApp.Client;
using ThesisApp.Sandboxes;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Programs;

/// <summary>Orchestrators that share one pool of sandboxes, on a Redis that is there already.</summary>
public sealed class PoolSystem : IAsyncDisposable
{
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-pool-").FullName;
    private readonly SystemSettings _settings;
    private readonly List<HttpClient> _clients = [];
    private readonly List<ProgramProcess> _orchestrators = [];

    /// <summary>With nothing running yet.</summary>
    public PoolSystem(SystemSettings settings) => _settings = settings;

    /// <summary>Agents that run, each by its process: sandboxes of plain processes have one each.</summary>
    public IReadOnlyList<string> Agents =>
        [.. Processes.Where(process => process.Split(' ') is [_, var program, var assembly, ..] && Path.GetFileName(program) == "dotnet" && Path.GetFileName(assembly) == "ThesisApp.Agent.dll")];

    /// <summary>Everything that runs.</summary>
    public IReadOnlyList<string> Processes => ProcessTable.FindMarked(ProgramProcess.MarkVariable, _mark);

    /// <summary>What sandboxes have left behind.</summary>
    public IReadOnlyList<string> Leftovers => [.. Directory.EnumerateDirectories(_folder).SelectMany(Directory.EnumerateDirectories).SelectMany(Directory.EnumerateDirectories).Select(folder => Path.GetFileName(folder)!)];

    /// <summary>Starts an orchestrator, with a pool that reacts faster than usual unless the settings say otherwise.</summary>
    public (ProgramProcess Process, RunsOf Runs) StartOrchestrator(int max, params (string Name, string Value)[] settings)
    {
        string url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}");
        Dictionary<string, string> environment = _settings.ToEnvironment(_mark);
        environment["ASPNETCORE_URLS"] = url;
        environment["Sandboxes__Kind"] = SandboxKinds.Process;
        environment["Sandboxes__Directory"] = _folder;
        environment["Sandboxes__OrphanPatience"] = "00:00:10";
        environment["Sandboxes__PassedVariables__0"] = ProgramProcess.MarkVariable;
        environment["Pool__Max"] = max.ToString(CultureInfo.InvariantCulture);
        environment["Pool__CoolDown"] = "00:00:01";
        environment["Pool__Term"] = "00:00:02";
        environment["Pool__Horizon"] = "00:00:00.300";
        foreach ((string name, string value) in settings)
        {
            environment[name] = value;
        }

        ProgramProcess process = ProgramProcess.Start(BuiltPrograms.Orchestrator, [], environment);
        _orchestrators.Add(process);
        HttpClient http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        _clients.Add(http);
        return (process, new RunsOf(new ThesisClient(http)));
    }

    /// <summary>Ends everything.</summary>
    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        foreach (ProgramProcess orchestrator in _orchestrators)
        {
            await orchestrator.DisposeAsync();
        }

        // What they had started ends by itself, since nobody keeps it any more.
        await Eventually.TrueAsync(() => Processes.Count == 0, () => $"the end of these processes:\n{string.Join('\n', Processes)}", CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }
}
