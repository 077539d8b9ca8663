using System.Diagnostics;

namespace ThesisApp.TestSupport.Programs;

/// <summary>A built program as a real process, its output kept.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    /// <summary>Environment variable by which a test finds again whatever its programs have started.</summary>
    public const string MarkVariable = "THESIS_TEST_MARK";

    // Settings of the developer's own shell must not leak into a test.
    private static readonly string[] ForeignPrefixes = ["ConnectionStrings__", "OTEL_", "THESIS_", "Agent", "Coordination__", "Hosting__", "Data__", "Orchestrator__", "Sandboxes__", "Pool__", "Telemetry__", "ASPNETCORE_", "DOTNET_ENVIRONMENT"];

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];

    private ProgramProcess(Process process)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
    }

    /// <summary>The process id.</summary>
    public int Id { get; private set; }

    /// <summary>True once it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Lines of standard output so far.</summary>
    public IReadOnlyList<string> Output => Copy(_output);

    /// <summary>Lines of standard error so far.</summary>
    public IReadOnlyList<string> Error => Copy(_error);

    /// <summary>Everything that it wrote so far.</summary>
    public string Text => string.Join('\n', [.. Output, .. Error]);

    /// <summary>Starts a program.</summary>
    /// <param name="assembly">Its assembly; see <see cref="BuiltPrograms"/>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Variables over those of this process.</param>
    public static ProgramProcess Start(string assembly, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        // In the background of a script SIGINT is ignored, and children inherit that; a program in front of a user hears it.
        string[] command = ProcessTable.IgnoresInterrupts ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        ProcessStartInfo start = new(command[0], [.. command[1..], assembly, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (string name in start.Environment.Keys.Where(name => ForeignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        ProgramProcess program = new(new Process { StartInfo = start });
        program._process.Start();
        program.Id = program._process.Id;
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Sends it a signal.</summary>
    public Task SignalAsync(ProgramSignal signal, CancellationToken cancellationToken) => ProcessTable.SignalAsync(Id, signal, cancellationToken);

    /// <summary>Ends its standard input.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Waits until it has ended and all of its output was read.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await Eventually.WithinLimitAsync(token => _process.WaitForExitAsync(token), () => $"process {Id} to end; it wrote:\n{Text}", cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends it by force if it still runs, with all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static void Keep(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.Add(line);
            }
        }
    }

    private static string[] Copy(List<string> lines)
    {
        lock (lines)
        {
            return [.. lines];
        }
    }
}
