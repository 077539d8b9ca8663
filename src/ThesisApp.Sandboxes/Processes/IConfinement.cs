using ThesisApp.Sandboxes.Linux;

namespace ThesisApp.Sandboxes.Processes;

/// <summary>How a process of this machine is shut in.</summary>
internal interface IConfinement
{
    /// <summary>One of <see cref="SandboxKinds"/>.</summary>
    string Kind { get; }

    /// <summary>The folder that the sandbox finds as its scratch.</summary>
    string ScratchIn(SandboxFolder folder);

    /// <summary>The command line that runs the sandbox's command shut in.</summary>
    IReadOnlyList<string> Wrap(SandboxSpec spec, SandboxFolder folder, CgroupTree? cgroups);

    /// <summary>The process that is to be asked to stop, given the one that was started.</summary>
    int FindProgram(int child);

    /// <summary>Why it cannot be had here, or null.</summary>
    Task<string?> FindObstacleAsync(CancellationToken cancellationToken);

    /// <summary>What it withholds, besides the limits by control groups.</summary>
    IEnumerable<GuaranteeReport> Describe(CgroupTree? cgroups);
}
