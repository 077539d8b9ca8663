using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>Pod Security's level <c>restricted</c>, as its admission controller holds pods to it.</summary>
public static class PodSecurity
{
    /// <summary>What a pod asks for that is not to be had.</summary>
    public static IEnumerable<string> Refuse(V1PodSpec pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (pod.HostNetwork == true || pod.HostPID == true || pod.HostIPC == true)
        {
            yield return "host namespaces";
        }

        foreach (V1Volume volume in pod.Volumes ?? [])
        {
            if (volume is { ConfigMap: null, Csi: null, DownwardAPI: null, EmptyDir: null, Ephemeral: null, PersistentVolumeClaim: null, Projected: null, Secret: null })
            {
                yield return $"restricted volume types (volume \"{volume.Name}\")";
            }
        }

        foreach (V1Sysctl sysctl in pod.SecurityContext?.Sysctls ?? [])
        {
            yield return $"sysctl {sysctl.Name}";
        }

        foreach (V1Container container in (pod.InitContainers ?? []).Concat(pod.Containers))
        {
            foreach (string refused in Refuse(pod.SecurityContext, container))
            {
                yield return $"{refused} (container \"{container.Name}\")";
            }
        }
    }

    private static IEnumerable<string> Refuse(V1PodSecurityContext? pod, V1Container container)
    {
        V1SecurityContext? own = container.SecurityContext;
        if (own?.Privileged == true)
        {
            yield return "privileged";
        }

        if (own?.AllowPrivilegeEscalation != false)
        {
            yield return "allowPrivilegeEscalation != false";
        }

        if (own?.Capabilities?.Drop?.Contains("ALL") != true || (own.Capabilities.Add ?? []).Any(added => added != "NET_BIND_SERVICE"))
        {
            yield return "unrestricted capabilities";
        }

        if ((own?.RunAsNonRoot ?? pod?.RunAsNonRoot) != true)
        {
            yield return "runAsNonRoot != true";
        }

        if ((own?.RunAsUser ?? pod?.RunAsUser) == 0)
        {
            yield return "runAsUser=0";
        }

        if ((own?.SeccompProfile ?? pod?.SeccompProfile)?.Type is not ("RuntimeDefault" or "Localhost"))
        {
            yield return "seccompProfile";
        }

        if ((container.Ports ?? []).Any(port => port.HostPort is > 0))
        {
            yield return "hostPort";
        }

        if (own?.ProcMount is not (null or "Default"))
        {
            yield return "procMount";
        }
    }
}
