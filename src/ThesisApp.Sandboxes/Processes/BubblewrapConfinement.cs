using System.Diagnostics;
using System.Globalization;
using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>A process in namespaces of its own: a read-only root that holds only what programs need, a private <c>/tmp</c> in memory, own process, IPC, host name and user ids, no capabilities, no new rights.</summary>
internal sealed class BubblewrapConfinement : IConfinement
{
    private const string Scratch = "/tmp";
    private const string Nobody = "65534";
    private const string SharedMemoryBytes = "1048576";
    private const string By = "bubblewrap";

    // What programs look up: never /etc as a whole, which has secrets.
    private static readonly string[] Settings =
    [
        "/etc/ld.so.cache", "/etc/ssl/certs", "/etc/pki", "/etc/ca-certificates", "/etc/hosts", "/etc/resolv.conf", "/etc/nsswitch.conf", "/etc/passwd", "/etc/group", "/etc/localtime", "/etc/alternatives", "/etc/dotnet",
    ];

    private readonly string? _bubblewrap = Tools.Find("bwrap");
    private readonly string? _prlimit = Tools.Find("prlimit");
    private readonly string? _setsid = Tools.Find("setsid");

    /// <inheritdoc/>
    public string Kind => SandboxKinds.Bubblewrap;

    /// <inheritdoc/>
    public string ScratchIn(SandboxFolder folder) => Scratch;

    /// <inheritdoc/>
    public IReadOnlyList<string> Wrap(SandboxSpec spec, SandboxFolder folder, CgroupTree? cgroups)
    {
        List<string> command = [];
        if (_setsid is not null)
        {
            command.Add(_setsid);
        }

        if (_prlimit is not null)
        {
            // What it writes to its output is in files of this machine, outside its scratch.
            command.AddRange([_prlimit, "--core=0", string.Create(CultureInfo.InvariantCulture, $"--fsize={spec.Limits.ScratchBytes}")]);
            if (cgroups?.Has("memory") != true)
            {
                command.Add(string.Create(CultureInfo.InvariantCulture, $"--data={spec.Limits.MemoryBytes + (256L << 20)}"));
            }

            command.Add("--");
        }

        return [.. command, .. Shell(spec.HasNetwork, spec.Limits.ScratchBytes, spec.ReadOnlyPaths, spec.WritableFiles), .. spec.Command];
    }

    /// <inheritdoc/>
    public int FindProgram(int child)
    {
        // bwrap waits outside for a bwrap inside, which is the first process there and waits for the program.
        int program = child;
        while (ProcFs.Name(program) is "bwrap" or "setsid" or "prlimit" && ProcFs.Children(program).FirstOrDefault() is var next and > 0)
        {
            program = next;
        }

        return program;
    }

    /// <inheritdoc/>
    public async Task<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        if (_bubblewrap is null)
        {
            return "bwrap is not installed (Debian: apt-get install bubblewrap).";
        }

        // Installed is not enough: a machine may forbid namespaces.
        string[] trial = [.. Shell(hasNetwork: false, scratchBytes: 1 << 20, [], []), "/bin/true"];
        using Process process = Process.Start(new ProcessStartInfo(trial[0], trial[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        string error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? null : $"bwrap is here but may not work: {error.Trim()}";
    }

    /// <inheritdoc/>
    public IEnumerable<GuaranteeReport> Describe(CgroupTree? cgroups) =>
    [
        new(Guarantee.CleanEnvironment, true, "an environment of its own"),
        .. new[] { Guarantee.NoNewPrivileges, Guarantee.PrivateScratch, Guarantee.ReadOnlyOutside, Guarantee.HiddenProcesses, Guarantee.NoSignals, Guarantee.PrivateMemory }
            .Select(guarantee => new GuaranteeReport(guarantee, true, By)),
        new(Guarantee.DiskLimit, _prlimit is not null, _prlimit is not null ? "its scratch is in memory and has a size, as has its output" : "its output has no bounds: prlimit is not installed (util-linux)"),
        new(Guarantee.NoNetwork, true, "a network of its own with nothing in it, unless it is to have one"),
        .. cgroups?.Has("memory") == true ? Array.Empty<GuaranteeReport>() : [new(Guarantee.MemoryLimit, _prlimit is not null, _prlimit is not null ? "prlimit, each process by itself" : "no control groups and no prlimit (util-linux)")],
    ];

    private List<string> Shell(bool hasNetwork, long scratchBytes, IEnumerable<string> readOnlyPaths, IEnumerable<WritableFile> writableFiles)
    {
        string size = scratchBytes.ToString(CultureInfo.InvariantCulture);
        List<string> arguments =
        [
            _bubblewrap ?? "bwrap", "--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-uts", "--unshare-cgroup-try",
            "--uid", Nobody, "--gid", Nobody, "--cap-drop", "ALL", "--hostname", "sandbox", "--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr",
        ];
        if (!hasNetwork)
        {
            arguments.Add("--unshare-net");
        }

        foreach (string folder in new[] { "/bin", "/sbin", "/lib", "/lib64" })
        {
            if (new DirectoryInfo(folder) is { Exists: true } info)
            {
                arguments.AddRange(info.LinkTarget is { } target ? ["--symlink", target, folder] : ["--ro-bind", folder, folder]);
            }
        }

        foreach (string path in Settings)
        {
            arguments.AddRange(["--ro-bind-try", path, path]);
        }

        arguments.AddRange(["--proc", "/proc", "--dev", "/dev", "--size", SharedMemoryBytes, "--tmpfs", "/dev/shm", "--size", size, "--tmpfs", Scratch]);
        foreach (string path in readOnlyPaths)
        {
            arguments.AddRange(["--ro-bind", path, path]);
        }

        foreach (WritableFile file in writableFiles)
        {
            arguments.AddRange(["--bind", file.Source, file.Target]);
        }

        arguments.AddRange(["--remount-ro", "/dev", "--remount-ro", "/", "--chdir", Scratch, "--"]);
        return arguments;
    }
}
