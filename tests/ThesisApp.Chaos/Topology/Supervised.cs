using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos;

/// <summary>A program that is started again whenever it dies. Its output goes to a log file.</summary>
internal sealed class Supervised : IAsyncDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    // 128 and the number of SIGKILL: that was the test itself.
    private const int KilledExitCode = 137;

    private readonly string _assembly;
    private readonly Func<int, Dictionary<string, string>> _environment;
    private readonly string _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private volatile ProgramProcess? _process;

    /// <param name="name">Its name.</param>
    /// <param name="assembly">What is started.</param>
    /// <param name="environment">Its environment, from the number of its life.</param>
    /// <param name="logs">Folder of the log.</param>
    public Supervised(string name, string assembly, Func<int, Dictionary<string, string>> environment, string logs)
    {
        Name = name;
        _assembly = assembly;
        _environment = environment;
        _log = Path.Combine(logs, $"{name}.log");
        _loop = Task.Run(KeepAliveAsync);
    }

    public string Name { get; }

    /// <summary>How often it was started.</summary>
    public int Lives { get; private set; }

    /// <summary>How often it ended by itself, with an error.</summary>
    public int Crashes { get; private set; }

    /// <summary>Results of it that the board refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Its process now, or null.</summary>
    public int? ProcessId => _process is { HasExited: false } process ? process.Id : null;

    /// <summary>Sends a signal to the process that runs now.</summary>
    /// <returns>False if there is none at this moment.</returns>
    public async Task<bool> SignalAsync(ProgramSignal signal, CancellationToken cancellationToken)
    {
        if (ProcessId is not { } id)
        {
            return false;
        }

        try
        {
            await ProcessTable.SignalAsync(id, signal, cancellationToken);
            return true;
        }
        catch (InvalidOperationException)
        {
            // It has died between the look and the signal.
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task KeepAliveAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            await using ProgramProcess process = ProgramProcess.Start(_assembly, [], _environment(++Lives));
            _process = process;
            while (!process.HasExited && !_stop.IsCancellationRequested)
            {
                await Task.Delay(Look, CancellationToken.None);
            }

            if (!process.HasExited)
            {
                await StopAsync(process);
            }

            _process = null;
            int exitCode = await process.WaitForExitAsync(CancellationToken.None);
            Refused += process.Output.Count(line => line.Contains("was refused: token ", StringComparison.Ordinal));
            await File.AppendAllTextAsync(_log, $"==== life {Lives}\n{process.Text}\n==== ended with exit code {exitCode}\n", CancellationToken.None);
            Crashes += Convert.ToInt32(exitCode is not (0 or KilledExitCode));
            await Task.Delay(Look, CancellationToken.None);
        }
    }

    private static async Task StopAsync(ProgramProcess process)
    {
        await process.SignalAsync(ProgramSignal.Continue, CancellationToken.None);
        await process.SignalAsync(ProgramSignal.Terminate, CancellationToken.None);
        using CancellationTokenSource limit = new(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await process.SignalAsync(ProgramSignal.Kill, CancellationToken.None);
        }
    }
}
