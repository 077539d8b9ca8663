using System.Globalization;
using ThesisApp.Client;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.TestSupport.Programs;

/// <summary>The whole system, brought up by the AppHost in a folder and on a port of its own.</summary>
public sealed class AppHostSystem : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("thesis-system-").FullName;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly int _port = FreePort.Take();
    private readonly SystemSettings _settings;
    private readonly HttpClient _http;
    private ProgramProcess _host;

    private AppHostSystem(SystemSettings settings)
    {
        _settings = settings;
        _http = new HttpClient { BaseAddress = new Uri($"http://localhost:{_port}"), Timeout = TimeSpan.FromSeconds(30) };
        Client = new ThesisClient(_http);
        Runs = new RunsOf(Client);
        _host = StartHost();
    }

    /// <summary>The host's process.</summary>
    public ProgramProcess Host => _host;

    /// <summary>The API's client, without patience.</summary>
    public IThesisClient Client { get; }

    /// <summary>The API.</summary>
    public RunsOf Runs { get; }

    /// <summary>What the host says of its resources.</summary>
    public HostView View => HostView.Read(StateFile) ?? throw new InvalidOperationException("The host has no state file.");

    /// <summary>Processes of this system that run.</summary>
    public IReadOnlyList<string> Processes => ProcessTable.FindMarked(ProgramProcess.MarkVariable, _mark);

    private string StateFile => Path.Combine(_folder, "host.json");

    /// <summary>Starts the system and waits until all of it is up.</summary>
    public static async Task<AppHostSystem> StartAsync(SystemSettings settings, CancellationToken cancellationToken)
    {
        AppHostSystem system = new(settings);
        try
        {
            await system.WaitUntilReadyAsync(cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the host again on the same data.</summary>
    public async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        await _host.DisposeAsync();
        _host = StartHost();
        await WaitUntilReadyAsync(cancellationToken);
    }

    /// <summary>The log of a resource.</summary>
    public async Task<string> ReadLogAsync(string resource, CancellationToken cancellationToken)
    {
        // The host has the file open.
        await using FileStream file = new(Path.Combine(_folder, "logs", $"{resource}.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>Waits until no process of the system is left.</summary>
    public Task WaitUntilGoneAsync(CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => Processes.Count == 0, () => $"the end of these processes:\n{string.Join('\n', Processes)}", cancellationToken);

    /// <summary>Stops the system and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_host.HasExited)
        {
            try
            {
                await _host.SignalAsync(ProgramSignal.Terminate, CancellationToken.None);
            }
            catch (InvalidOperationException)
            {
                // A test killed it, and its end was noticed only now.
            }

            await _host.WaitForExitAsync(CancellationToken.None);
        }

        await _host.DisposeAsync();
        await WaitUntilGoneAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private ProgramProcess StartHost()
    {
        Dictionary<string, string> environment = _settings.ToEnvironment(_mark);
        environment["Agents__Replicas"] = _settings.Agents.ToString(CultureInfo.InvariantCulture);
        environment["Orchestrator__Port"] = _port.ToString(CultureInfo.InvariantCulture);
        environment["Data__Directory"] = Path.Combine(_folder, "data");
        environment["Hosting__StateFile"] = StateFile;
        environment["Hosting__LogDirectory"] = Path.Combine(_folder, "logs");
        return ProgramProcess.Start(BuiltPrograms.AppHost, [], environment);
    }

    private Task WaitUntilReadyAsync(CancellationToken cancellationToken) => Eventually.TrueAsync(
        () => !_host.HasExited
            ? HostView.Read(StateFile) is { Ready: true } view && view.Pid == _host.Id
            : throw new InvalidOperationException($"The host ended:\n{_host.Text}"),
        () => $"the system to be up; the host wrote:\n{_host.Text}",
        cancellationToken);
}
