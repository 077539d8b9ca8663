using ThesisApp.Sandboxes.Processes;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Names that a cluster takes: at most 63 small letters, digits and hyphens, a letter or digit at both ends.</summary>
internal static class KubernetesNames
{
    private const int Most = 63;

    // A pod's name is its Job's and five letters more, and may be longer; but a Job's is a label of its pods, too.
    private const int MarkLength = 9;

    /// <summary>The name of a sandbox's Job: the cluster sees to it that there is but one.</summary>
    public static string JobOf(string pool, string id) => Fit($"{pool}-{id}");

    /// <summary>A text that can be a label's value: itself, or, where that cannot be, its beginning and a mark of the whole.</summary>
    public static string Fit(string text) =>
        text.Length <= Most && text[^1] != '-' ? text : $"{text[..Math.Min(text.Length, Most - MarkLength)].TrimEnd('-')}-{FolderMark.OfText(text)}";
}
