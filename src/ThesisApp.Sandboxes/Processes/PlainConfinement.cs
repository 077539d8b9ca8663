using System.Globalization;
using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>A process like any other of the user, with a clean environment, a scratch folder, and as many limits as can be had.</summary>
internal sealed class PlainConfinement : IConfinement
{
    // What a runtime maps besides the memory that it means to use.
    private const long MemorySlack = 256L << 20;

    private const string SameUser = "nothing: it is a process of the same user";

    private readonly string? _prlimit = Tools.Find("prlimit");
    private readonly string? _setpriv = Tools.Find("setpriv");
    private readonly string? _setsid = Tools.Find("setsid");

    /// <inheritdoc/>
    public string Kind => SandboxKinds.Process;

    /// <inheritdoc/>
    public string ScratchIn(SandboxFolder folder) => folder.Scratch;

    /// <inheritdoc/>
    public IReadOnlyList<string> Wrap(SandboxSpec spec, SandboxFolder folder, CgroupTree? cgroups)
    {
        List<string> command = [];
        if (_setsid is not null)
        {
            command.Add(_setsid);
        }

        if (_setpriv is not null)
        {
            command.AddRange([_setpriv, "--no-new-privs"]);
        }

        if (_prlimit is not null)
        {
            command.AddRange([_prlimit, "--core=0", $"--fsize={Number(spec.Limits.ScratchBytes)}"]);
            if (cgroups?.Has("memory") != true)
            {
                command.Add($"--data={Number(spec.Limits.MemoryBytes + MemorySlack)}");
            }

            command.Add("--");
        }

        return [.. command, .. spec.Command];
    }

    /// <inheritdoc/>
    public int FindProgram(int child) => child;

    /// <inheritdoc/>
    public Task<string?> FindObstacleAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <inheritdoc/>
    public IEnumerable<GuaranteeReport> Describe(CgroupTree? cgroups) =>
    [
        new(Guarantee.CleanEnvironment, true, "an environment of its own"),
        new(Guarantee.NoNewPrivileges, _setpriv is not null, _setpriv is not null ? "setpriv" : "setpriv is not installed (util-linux)"),
        new(Guarantee.PrivateScratch, false, SameUser),
        new(Guarantee.ReadOnlyOutside, false, SameUser),
        new(Guarantee.HiddenProcesses, false, SameUser),
        new(Guarantee.NoSignals, false, SameUser),
        new(Guarantee.PrivateMemory, false, SameUser),
        new(Guarantee.DiskLimit, false, _prlimit is not null ? "nothing: prlimit bounds each file, not their sum" : "nothing: prlimit is not installed (util-linux)"),
        new(Guarantee.NoNetwork, false, "nothing: it shares the network of the machine"),
        .. cgroups?.Has("memory") == true ? Array.Empty<GuaranteeReport>() : [new(Guarantee.MemoryLimit, _prlimit is not null, _prlimit is not null ? "prlimit, each process by itself" : "no control groups and no prlimit (util-linux)")],
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
