using System.Collections.Concurrent;
using System.Globalization;
using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>Sandboxes that are processes of this machine, each under a warden (<c>warden.sh</c>) which outlives the launcher for a while, so that another can take it over.</summary>
public sealed class LocalLauncher : ISandboxLauncher
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly IConfinement _confinement;
    private readonly LocalLauncherOptions _options;
    private readonly TimeProvider _time;
    private readonly string _root;
    private readonly Lazy<CgroupTree?> _cgroups = new(() => CgroupFinder.Find());
    private readonly ConcurrentDictionary<string, Warden> _wardens = new(StringComparer.Ordinal);

    private LocalLauncher(IConfinement confinement, LocalLauncherOptions options, TimeProvider time)
    {
        (_confinement, _options, _time) = (confinement, options, time);
        _root = Path.Combine(Path.GetFullPath(options.Directory), confinement.Kind);
    }

    /// <inheritdoc/>
    public string Kind => _confinement.Kind;

    /// <summary>Plain processes.</summary>
    public static LocalLauncher Plain(LocalLauncherOptions options, TimeProvider time) => new(new PlainConfinement(), options, time);

    /// <summary>Processes in namespaces of their own.</summary>
    public static LocalLauncher Bubblewrap(LocalLauncherOptions options, TimeProvider time) => new(new BubblewrapConfinement(), options, time);

    /// <inheritdoc/>
    public async Task<SandboxReport> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return SandboxReport.Missing(Kind, "Sandboxes by processes need Linux; take docker.");
        }

        if (await _confinement.FindObstacleAsync(cancellationToken) is { } obstacle)
        {
            return SandboxReport.Missing(Kind, obstacle);
        }

        CgroupTree? cgroups = _cgroups.Value;
        string by = cgroups is null ? "control groups cannot be written to here" : string.Create(CultureInfo.InvariantCulture, $"control groups, version {cgroups.Version}");
        IEnumerable<GuaranteeReport> limits = new[] { (Guarantee.MemoryLimit, "memory"), (Guarantee.CpuLimit, "cpu"), (Guarantee.ProcessLimit, "pids") }
            .Select(limit => new GuaranteeReport(limit.Item1, cgroups?.Has(limit.Item2) == true, by));
        return new SandboxReport(
            Kind, true, by, [.. _confinement.Describe(cgroups).Concat(limits).DistinctBy(report => report.Guarantee).OrderBy(report => report.Guarantee)]);
    }

    /// <inheritdoc/>
    public async Task StartAsync(SandboxSpec spec, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(spec);
        SandboxFolder folder = Folder(spec.Checked().Id);
        folder.Create(_time.GetUtcNow());
        try
        {
            folder.Keep();
            IReadOnlyList<string> groups = _cgroups.Value?.Create(GroupOf(spec.Id), spec.Limits) ?? [];
            _wardens[spec.Id] = await Warden.StartAsync(
                folder, _options.OrphanPatience, groups, _confinement.Wrap(spec, folder, _cgroups.Value), EnvironmentOf(spec, folder), cancellationToken);
        }
        catch
        {
            await RemoveAsync(spec.Id, CancellationToken.None);
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<SandboxInfo>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SandboxInfo>>([.. SandboxFolder.In(_root).Select(Info).OfType<SandboxInfo>().OrderBy(sandbox => sandbox.Id, StringComparer.Ordinal)]);

    /// <inheritdoc/>
    public Task<bool> AdoptAsync(string id, CancellationToken cancellationToken)
    {
        SandboxFolder folder = Folder(id);
        if (Info(folder) is not { IsRunning: true })
        {
            return Task.FromResult(false);
        }

        folder.Keep();
        return Task.FromResult(Info(folder) is { IsRunning: true });
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> WaitAsync(string id, CancellationToken cancellationToken)
    {
        if (_wardens.TryGetValue(id, out Warden? warden))
        {
            await warden.Ended.WaitAsync(cancellationToken);
        }

        // Of what another process started, the end can only be looked for.
        SandboxFolder folder = Folder(id);
        while (true)
        {
            if (Info(folder) is not { } sandbox)
            {
                return SandboxExit.Unseen;
            }

            if (sandbox.Exit is { } exit)
            {
                return exit;
            }

            await Task.Delay(Look, _time, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> StopAsync(string id, TimeSpan patience, CancellationToken cancellationToken)
    {
        SandboxFolder folder = Folder(id);
        if (folder.IsWatched() && folder.Child is { } child)
        {
            Signals.Terminate(_confinement.FindProgram(child));
            try
            {
                return await WaitAsync(id, cancellationToken).WaitAsync(patience, _time, cancellationToken);
            }
            catch (TimeoutException)
            {
                // It had its time.
            }
        }

        return await KillAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<SandboxExit> KillAsync(string id, CancellationToken cancellationToken)
    {
        SandboxFolder folder = Folder(id);
        if (folder.IsWatched() && folder.Child is { } child)
        {
            Signals.KillGroup(child);
            Signals.Kill(child);
        }

        KillMembers(id);
        return await WaitAsync(id, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> ReadOutputAsync(string id, CancellationToken cancellationToken)
    {
        SandboxFolder folder = Folder(id);
        return await OutputFile.ReadTailAsync(folder.Output, cancellationToken) + await OutputFile.ReadTailAsync(folder.Error, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        SandboxFolder folder = Folder(id);
        if (folder.IsWatched())
        {
            await KillAsync(id, cancellationToken);
        }

        // A warden that was killed itself could end nothing.
        if (folder.LivingChild is { } child)
        {
            Signals.KillGroup(child);
            Signals.Kill(child);
        }

        KillMembers(id);
        _cgroups.Value?.Remove(GroupOf(id));
        folder.Delete();
        if (_wardens.TryRemove(id, out Warden? warden))
        {
            warden.Dispose();
        }
    }

    private SandboxFolder Folder(string id) => new(_root, id);

    // Several launchers may have sandboxes of the same id on one machine, each in a folder of its own.
    private string GroupOf(string id) => $"{FolderMark.Of(_root)}-{id}";

    private SandboxInfo? Info(SandboxFolder folder) => folder.Look(_time.GetUtcNow()) is not { } sandbox
        ? null
        : sandbox.Exit is { } exit && _cgroups.Value?.IsOutOfMemory(GroupOf(folder.Id)) == true ? sandbox with { Exit = exit with { IsOutOfMemory = true } } : sandbox;

    private void KillMembers(string id)
    {
        foreach (int processId in _cgroups.Value?.Processes(GroupOf(id)) ?? [])
        {
            Signals.Kill(processId);
        }
    }

    private Dictionary<string, string> EnvironmentOf(SandboxSpec spec, SandboxFolder folder)
    {
        string scratch = _confinement.ScratchIn(folder);
        Dictionary<string, string> environment = new(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = scratch,
            ["TMPDIR"] = scratch,

            // .NET maps its code through a file of 2 GiB otherwise, more than any file may have here.
            ["DOTNET_EnableWriteXorExecute"] = "0",
        };
        foreach ((string name, string value) in spec.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }
}
