using System.Net;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Finds out whether there is a cluster that lets Jobs be made, and what its namespace withholds.</summary>
internal static class KubernetesExamination
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What follows from how pods are described to any cluster (KubernetesPod).
    private static readonly Guarantee[] Always =
        [Guarantee.CleanEnvironment, Guarantee.NoNewPrivileges, Guarantee.PrivateScratch, Guarantee.ReadOnlyOutside, Guarantee.HiddenProcesses, Guarantee.NoSignals, Guarantee.PrivateMemory];

    /// <summary>Asks the cluster; makes nothing.</summary>
    public static async Task<SandboxReport> ExamineAsync(Func<KubernetesConnection> open, KubernetesLauncherOptions options, CancellationToken cancellationToken)
    {
        string where = "the cluster";
        try
        {
            KubernetesConnection connection = open();
            where = $"{((k8s.Kubernetes)connection.Client).BaseUri} ({connection.By})";
            return await AskAsync(connection, options, cancellationToken).WaitAsync(Patience, cancellationToken);
        }
        catch (SandboxException exception)
        {
            return SandboxReport.Missing(SandboxKinds.Kubernetes, exception.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return SandboxReport.Missing(SandboxKinds.Kubernetes, $"No cluster answers at {where}: {exception.Message}");
        }
    }

    private static async Task<SandboxReport> AskAsync(KubernetesConnection connection, KubernetesLauncherOptions options, CancellationToken cancellationToken)
    {
        VersionInfo version = await connection.Client.Version.GetCodeAsync(cancellationToken);
        try
        {
            // It goes through all that a real one would: rights, quotas, admission.
            V1Job trial = KubernetesJob.Describe(new SandboxSpec { Id = $"trial-{Guid.NewGuid():n}", Command = ["true"] }, options, "trial");
            await connection.Client.BatchV1.CreateNamespacedJobAsync(trial, connection.Namespace, dryRun: "All", cancellationToken: cancellationToken);
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return SandboxReport.Missing(
                SandboxKinds.Kubernetes, $"Jobs may not be made in the namespace '{connection.Namespace}' by {connection.By}: {KubernetesFault.Tell(exception)} deploy/kubernetes has the rights that are needed.");
        }

        string by = $"Kubernetes {version.GitVersion}, namespace {connection.Namespace}";
        return new SandboxReport(
            SandboxKinds.Kubernetes,
            true,
            by,
            [
                .. Always.Select(guarantee => new GuaranteeReport(guarantee, true, "the container"))
                    .Append(new GuaranteeReport(Guarantee.MemoryLimit, true, "the container's limit"))
                    .Append(new GuaranteeReport(Guarantee.CpuLimit, true, "the container's limit"))
                    .Append(new GuaranteeReport(Guarantee.ProcessLimit, false, "nothing in a pod's description: the node's podPidsLimit, which is not to be seen from here"))
                    .Append(new GuaranteeReport(Guarantee.DiskLimit, true, "eviction, some seconds after the scratch or the output has outgrown its limit"))
                    .Append(await NetworkAsync(connection, options, cancellationToken))
                    .OrderBy(report => report.Guarantee),
            ]);
    }

    private static async Task<GuaranteeReport> NetworkAsync(KubernetesConnection connection, KubernetesLauncherOptions options, CancellationToken cancellationToken)
    {
        try
        {
            IDictionary<string, string> labels = KubernetesJob.Describe(new SandboxSpec { Id = "trial", Command = ["true"] }, options, "trial").Metadata.Labels;
            V1NetworkPolicyList policies = await connection.Client.NetworkingV1.ListNamespacedNetworkPolicyAsync(connection.Namespace, cancellationToken: cancellationToken);
            V1NetworkPolicy[] ours = [.. policies.Items.Where(policy => policy.Spec.PolicyTypes?.Contains("Egress") == true && KubernetesSelector.Matches(policy.Spec.PodSelector, labels))];
            string names = string.Join(", ", ours.Select(policy => policy.Metadata.Name));
            return ours.Length == 0
                ? new GuaranteeReport(Guarantee.NoNetwork, false, "nothing: no network policy of the namespace is about what these pods may reach")
                : ours.SelectMany(policy => policy.Spec.Egress ?? []).Any(rule => rule.To is null or { Count: 0 })
                    ? new GuaranteeReport(Guarantee.NoNetwork, false, $"nothing: the network policies {names} let these pods reach any address")
                    : new GuaranteeReport(Guarantee.NoNetwork, true, $"the network policies {names}, if the cluster's network plug-in enforces them");
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode == HttpStatusCode.Forbidden)
        {
            return new GuaranteeReport(Guarantee.NoNetwork, false, "nothing that may be seen: network policies may not be listed");
        }
    }
}
