using System.Diagnostics;

namespace ThesisApp.Benchmarks.Processes;

/// <summary>A program of any kind as a child, its output kept.</summary>
internal sealed class ToolProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<string> _error = [];

    private ToolProcess(Process process) => _process = process;

    /// <summary>The process id.</summary>
    public int Id { get; private init; }

    /// <summary>The last lines that it wrote.</summary>
    public string Tail
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', [.. _output.TakeLast(5), .. _error.TakeLast(15)]);
            }
        }
    }

    /// <summary>Starts a program.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="folder">Its working folder.</param>
    /// <param name="environment">Variables over those of this process.</param>
    public static ToolProcess Start(IReadOnlyList<string> command, string folder, IEnumerable<KeyValuePair<string, string>> environment)
    {
        ProcessStartInfo start = new(command[0], command.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        ToolProcess tool = new(process) { Id = process.Id };
        process.OutputDataReceived += (_, line) => tool.Keep(tool._output, line.Data);
        process.ErrorDataReceived += (_, line) => tool.Keep(tool._error, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.StandardInput.Close();
        return tool;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>The last line that it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed; the message holds what it wrote.</exception>
    public static async Task<string> RunAsync(
        IReadOnlyList<string> command, string folder, IEnumerable<KeyValuePair<string, string>> environment, CancellationToken cancellationToken)
    {
        await using ToolProcess tool = Start(command, folder, environment);
        await tool._process.WaitForExitAsync(cancellationToken);
        return tool._process.ExitCode == 0
            ? tool._output.LastOrDefault(line => line.Length > 0) ?? string.Empty
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {tool._process.ExitCode}: {tool.Tail}");
    }

    /// <summary>Kills it and all that it started: what the death of a container does.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        try
        {
            await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(LongestEnd);
        }
        catch (TimeoutException)
        {
            // A child that was no longer its child when it was killed keeps its output open; that must not stop the benchmark.
        }

        _process.Dispose();
    }

    private void Keep(List<string> lines, string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                lines.Add(line);
            }
        }
    }
}
