using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Terminals;

namespace ThesisApp.Cli.Hosting;

/// <summary>The whole system as child processes: it lives no longer than this process, however that ends, and is started again on its data when its host dies.</summary>
internal sealed class LocalSystem : IAsyncDisposable
{
    private const int MaxRestarts = 3;
    private const string ErrorPrefix = "error: ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly LocalSystemOptions _options;
    private readonly TimeProvider _time;
    private readonly Terminal _terminal;
    private readonly string _appHost;
    private readonly CancellationTokenSource _stopping;
    private AppHostProcess _process;

    private LocalSystem(string appHost, LocalSystemOptions options, CliServices services, CancellationToken cancellationToken)
    {
        // Ctrl+C reaches the host too, which then ends on purpose.
        _stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _appHost = appHost;
        _options = options;
        _time = services.Time;
        _terminal = services.Terminal;
        _process = AppHostProcess.Start(appHost, options);
        Address = new HostStateFile(options.StateFile);
        Ended = Task.CompletedTask;
    }

    /// <summary>Where the orchestrator is now.</summary>
    public HostStateFile Address { get; }

    /// <summary>Completes when the system has been stopped; fails when it died and could not be started again.</summary>
    public Task Ended { get; private set; }

    /// <summary>Starts the system and waits until the orchestrator answers.</summary>
    /// <exception cref="CliException">It can't be started; the message says why.</exception>
    public static async Task<LocalSystem> StartAsync(LocalSystemOptions options, CliServices services, CancellationToken cancellationToken)
    {
        var appHost = AppHostLocation.Find(services.Environment);
        PortCheck.EnsureFree(options.Port);
        Directory.CreateDirectory(options.LogFolder);
        var system = new LocalSystem(appHost, options, services, cancellationToken);
        try
        {
            await system.WaitUntilWellAsync(cancellationToken);
            system.Ended = system.SuperviseAsync();
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the system.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Ended.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await _process.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        for (var restart = 1; ; restart++)
        {
            try
            {
                await _process.WaitForExitAsync(_stopping.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            if (restart > MaxRestarts)
            {
                throw Died();
            }

            _terminal.Say($"The system's host ended unexpectedly ({_process.Describe()}); starting it again on its data, {restart} of {MaxRestarts} times.");
            await _process.DisposeAsync();
            _process = AppHostProcess.Start(_appHost, _options);
        }
    }

    private async Task WaitUntilWellAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var started = _time.GetTimestamp();
        while (_time.GetElapsedTime(started) < StartLimit)
        {
            if (_process.HasExited)
            {
                // Lets the last lines of its output arrive.
                await _process.WaitForExitAsync(cancellationToken);
                throw Died();
            }

            if (Address.FindOrchestrator() is { } address && await AnswersAsync(http, address, cancellationToken))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), _time, cancellationToken);
        }

        throw new CliException(ExitCodes.Unreachable, $"The system did not get well within {StartLimit.TotalSeconds:0} s. {_process.LastOutput}", $"The logs in '{_options.LogFolder}' say what it waits for.");
    }

    // The AppHost uses the same code for what its user set wrong: a Redis that is not there, a port in use.
    private CliException Died() => _process.ExitCode == ExitCodes.BadInput
        ? new CliException(ExitCodes.BadInput, _process.LastOutput.StartsWith(ErrorPrefix, StringComparison.Ordinal) ? _process.LastOutput[ErrorPrefix.Length..] : _process.LastOutput, "Nothing was started.")
        : new CliException(ExitCodes.Unreachable, $"The system could not be started ({_process.Describe()}): {_process.LastOutput}", $"More is in '{_options.LogFolder}'.");

    private static async Task<bool> AnswersAsync(HttpClient http, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await http.GetAsync(new Uri(address, "/health"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
