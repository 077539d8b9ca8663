using Docker.DotNet;
using Docker.DotNet.Models;

namespace ThesisApp.Sandboxes.Docker;

/// <summary>Finds out whether there is an engine, and what it can limit.</summary>
internal static class DockerExamination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What follows from how containers are described to any engine (DockerContainer).
    private static readonly Guarantee[] Always =
    [
        Guarantee.CleanEnvironment, Guarantee.NoNewPrivileges, Guarantee.PrivateScratch, Guarantee.ReadOnlyOutside, Guarantee.HiddenProcesses, Guarantee.NoSignals, Guarantee.PrivateMemory, Guarantee.DiskLimit, Guarantee.NoNetwork,
    ];

    /// <summary>Asks the engine.</summary>
    public static async Task<SandboxReport> ExamineAsync(IDockerClient client, Uri endpoint, CancellationToken cancellationToken)
    {
        try
        {
            SystemInfoResponse info = await client.System.GetSystemInfoAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
            string by = $"Docker engine {info.ServerVersion}, control groups version {(string.IsNullOrEmpty(info.CgroupVersion) ? "1" : info.CgroupVersion)}";
            return new SandboxReport(
                SandboxKinds.Docker,
                true,
                by,
                [
                    .. Always.Select(guarantee => new GuaranteeReport(guarantee, true, "the container"))
                        .Append(new GuaranteeReport(Guarantee.MemoryLimit, info.MemoryLimit, by))
                        .Append(new GuaranteeReport(Guarantee.CpuLimit, info.CPUCfsQuota, by))
                        .Append(new GuaranteeReport(Guarantee.ProcessLimit, info.PidsLimit, by))
                        .OrderBy(report => report.Guarantee),
                ]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return SandboxReport.Missing(SandboxKinds.Docker, $"No Docker engine answers at {endpoint}: {exception.Message}");
        }
    }
}
