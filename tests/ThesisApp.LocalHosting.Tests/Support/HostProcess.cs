using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using ThesisApp.LocalHosting.State;
using ThesisApp.TestSupport.Processes;

namespace ThesisApp.LocalHosting.Tests.Support;

/// <summary>An AppHost that runs as a process; whatever it started is gone when it is disposed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    public const string AppHost = "ThesisApp.AppHost";
    public const string SampleHost = "ThesisApp.LocalHosting.SampleHost";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly string _stateFile;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly HashSet<int> _children = [];

    private HostProcess(Process process, string stateFile)
    {
        _process = process;
        _stateFile = stateFile;
        process.OutputDataReceived += (_, line) => Keep(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(_errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>What it wrote to standard error so far.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <summary>The process that was started: the host, or the terminal that it runs in.</summary>
    public int Id => _process.Id;

    /// <summary>Starts a host.</summary>
    /// <param name="folder">Where its data and its state file are.</param>
    /// <param name="program">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="environment">Settings over the usual ones: two agents, free ports; null removes one.</param>
    /// <param name="terminal">Whether it runs in a terminal.</param>
    public static HostProcess Start(
        HostFolder folder, string program = AppHost, string[]? arguments = null, Dictionary<string, string?>? environment = null, bool terminal = false)
    {
        string assembly = Path.GetFullPath(
            typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == program).Value!, AppContext.BaseDirectory);
        string stateFile = folder.File($"{Guid.NewGuid():N}.json");
        List<string> command = [Dotnet(), assembly, .. arguments ?? []];
        if (OperatingSystem.IsLinux())
        {
            // A test run in the background of a script ignores Ctrl+C, one under nohup the loss of its terminal, and so would their children.
            command.InsertRange(0, ["env", "--default-signal=INT,HUP"]);
        }

        if (terminal)
        {
            Assert.SkipWhen(Executables.Find("script") is null, "script, which gives a process a terminal, is not installed (Debian: apt-get install bsdutils).");
            command = ["script", "-qfec", $"exec {string.Join(' ', command.Select(word => $"'{word}'"))}", "/dev/null"];
        }

        ProcessStartInfo start = new(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        Dictionary<string, string?> settings = new(StringComparer.Ordinal)
        {
            ["Data__Directory"] = folder.Data,
            ["Hosting__StateFile"] = stateFile,
            ["Orchestrator__Port"] = "0",
            ["Agents__Replicas"] = "2",
            ["ConnectionStrings__redis"] = null,
            ["ConnectionStrings__chat"] = null,
            ["NO_COLOR"] = null,
        };
        foreach ((string name, string? value) in settings.Concat(environment ?? []))
        {
            start.Environment[name] = value;
        }

        return new HostProcess(new Process { StartInfo = start }, stateFile);
    }

    /// <summary>The state file now; null if there is none.</summary>
    public HostStatus? Status()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_stateFile), StateJson.Default.HostStatus);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>The state of the host when everything is up.</summary>
    public Task<HostStatus> ReadyAsync() => ReachAsync(status => status.Ready, "ready");

    /// <summary>The state of the host once it is such.</summary>
    public async Task<HostStatus> ReachAsync(Func<HostStatus, bool> condition, string description)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            if (Status() is { } status)
            {
                _children.UnionWith(await OsProcesses.ChildrenOfAsync(status.Pid));
                if (condition(status))
                {
                    return status;
                }
            }

            if (_process.HasExited)
            {
                break;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"The host never was {description}.\n{Output}\n{Errors}");
        return null!;
    }

    /// <summary>Returns when the host has written something.</summary>
    public async Task WroteAsync(string text)
    {
        long start = Stopwatch.GetTimestamp();
        while (!Output.Contains(text, StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, $"The host never wrote '{text}'.\n{Output}\n{Errors}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Types into its terminal.</summary>
    public async Task TypeAsync(char key)
    {
        await _process.StandardInput.WriteAsync(key);
        await _process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends its standard input.</summary>
    public void EndInput() => _process.StandardInput.Close();

    /// <summary>Its exit code, once it has ended by itself.</summary>
    public async Task<int> ExitAsync()
    {
        try
        {
            await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The host did not end.\n{Output}\n{Errors}");
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            if (Status() is { } status)
            {
                _children.UnionWith(await OsProcesses.ChildrenOfAsync(status.Pid));
            }

            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await OsProcesses.ExpectGoneAsync(_children);
        _process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null)
        {
            lines.Enqueue(line);
        }
    }

    // The one that the tests run on.
    private static string Dotnet()
    {
        string path = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        return File.Exists(path) ? path : "dotnet";
    }
}
