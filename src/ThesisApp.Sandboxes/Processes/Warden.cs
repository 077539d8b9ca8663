using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>The warden of a sandbox that this process started. Its standard input is the sandbox's lifeline: it ends with this process.</summary>
internal sealed class Warden : IDisposable
{
    private static readonly string Script = ReadScript();

    private readonly Process _process;

    private Warden(Process process)
    {
        _process = process;
        Ended = process.WaitForExitAsync();
    }

    /// <summary>Completes when the warden has ended, and so the sandbox.</summary>
    public Task Ended { get; }

    /// <summary>Starts a warden and with it the command.</summary>
    /// <exception cref="SandboxException">It did not start.</exception>
    public static async Task<Warden> StartAsync(
        SandboxFolder folder,
        TimeSpan orphanPatience,
        IReadOnlyList<string> groups,
        IReadOnlyList<string> command,
        IReadOnlyDictionary<string, string> environment,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string patience = Math.Ceiling(orphanPatience.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
        ProcessStartInfo start = new("/bin/sh", ["-c", Script, "warden", folder.Path, patience, string.Join(':', groups), .. command])
        {
            WorkingDirectory = folder.Scratch,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        Process process = Process.Start(start) ?? throw new SandboxException("The shell did not start.");

        // Whoever waits for the line sees the process that is there, and the script closes both streams after it.
        string? child = await process.StandardOutput.ReadLineAsync(CancellationToken.None);
        if (child is not null)
        {
            return new Warden(process);
        }

        string error = await process.StandardError.ReadToEndAsync(CancellationToken.None);
        process.Dispose();
        throw new SandboxException($"The sandbox did not start: {error.Trim()}");
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static string ReadScript()
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("warden.sh")
            ?? throw new InvalidOperationException("The script warden.sh is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
