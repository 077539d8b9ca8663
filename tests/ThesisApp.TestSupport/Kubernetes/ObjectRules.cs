using System.Text.RegularExpressions;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What an API server holds objects to besides their types: names, labels, references within a pod.</summary>
public static partial class ObjectRules
{
    /// <summary>What is wrong with an object's name and labels.</summary>
    public static IEnumerable<string> Check(V1ObjectMeta metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Name is null || metadata.Name.Length > 253 || !Subdomain().IsMatch(metadata.Name))
        {
            yield return $"metadata.name: '{metadata.Name}' is no lower case RFC 1123 subdomain";
        }

        foreach ((string name, string value) in metadata.Labels ?? new Dictionary<string, string>())
        {
            if (value.Length > 63 || !LabelValue().IsMatch(value) || !QualifiedName().IsMatch(name))
            {
                yield return $"metadata.labels: '{name}={value}' is no label";
            }
        }

        foreach (string name in (metadata.Annotations ?? new Dictionary<string, string>()).Keys.Where(name => !QualifiedName().IsMatch(name)))
        {
            yield return $"metadata.annotations: '{name}' is no name";
        }
    }

    /// <summary>What is wrong with a pod.</summary>
    /// <param name="pod">The pod.</param>
    /// <param name="claims">Volumes that a StatefulSet adds to it.</param>
    public static IEnumerable<string> Check(V1PodSpec pod, params string[] claims)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (pod.Containers is null or { Count: 0 })
        {
            yield return "spec.containers: required";
            yield break;
        }

        HashSet<string> volumes = [.. (pod.Volumes ?? []).Select(volume => volume.Name), .. claims];
        foreach (V1Container container in (pod.InitContainers ?? []).Concat(pod.Containers))
        {
            if (container.Name is null || !Label().IsMatch(container.Name) || string.IsNullOrEmpty(container.Image))
            {
                yield return $"container '{container.Name}': name and image are required";
            }

            foreach (V1VolumeMount mount in (container.VolumeMounts ?? []).Where(mount => !volumes.Contains(mount.Name)))
            {
                yield return $"container '{container.Name}': volume mount '{mount.Name}' names no volume";
            }

            foreach (V1EnvVar variable in (container.Env ?? []).Where(variable => !VariableName().IsMatch(variable.Name ?? string.Empty)))
            {
                yield return $"container '{container.Name}': '{variable.Name}' is no name of a variable";
            }

            foreach ((string resource, ResourceQuantity request) in container.Resources?.Requests ?? new Dictionary<string, ResourceQuantity>())
            {
                if (container.Resources!.Limits?.TryGetValue(resource, out ResourceQuantity? limit) == true && request.ToDecimal() > limit.ToDecimal())
                {
                    yield return $"container '{container.Name}': {resource} is requested beyond its limit";
                }
            }
        }
    }

    /// <summary>What is wrong with a Job that is to be made.</summary>
    public static IEnumerable<string> Check(V1Job job)
    {
        ArgumentNullException.ThrowIfNull(job);
        foreach (string fault in Check(job.Metadata).Concat(Check(job.Spec.Template.Spec)))
        {
            yield return fault;
        }

        // It becomes a label of its pods.
        if (job.Metadata.Name is null || !Label().IsMatch(job.Metadata.Name))
        {
            yield return "metadata.name: no more than 63 letters, digits and hyphens";
        }

        if (job.Spec.Template.Spec.RestartPolicy is not ("Never" or "OnFailure"))
        {
            yield return "spec.template.spec.restartPolicy: supported values: OnFailure, Never";
        }

        if (job.Spec.Selector is not null)
        {
            yield return "spec.selector: not to be set";
        }
    }

    /// <summary>What is wrong with a Secret.</summary>
    public static IEnumerable<string> Check(V1Secret secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return Check(secret.Metadata)
            .Concat((secret.Data?.Keys ?? Enumerable.Empty<string>()).Where(key => key.Length > 253 || !SecretKey().IsMatch(key)).Select(key => $"data: '{key}' is no key"))
            .Concat((secret.Data?.Values ?? Enumerable.Empty<byte[]>()).Sum(value => value.Length) > 1 << 20 ? ["data: more than 1 MiB"] : []);
    }

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$")]
    private static partial Regex Subdomain();

    [GeneratedRegex("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$")]
    private static partial Regex Label();

    [GeneratedRegex("^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$")]
    private static partial Regex LabelValue();

    [GeneratedRegex("^([a-z0-9.-]{1,253}/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$")]
    private static partial Regex QualifiedName();

    [GeneratedRegex("^[-._a-zA-Z][-._a-zA-Z0-9]*$")]
    private static partial Regex VariableName();

    [GeneratedRegex("^[-._a-zA-Z0-9]+$")]
    private static partial Regex SecretKey();
}
