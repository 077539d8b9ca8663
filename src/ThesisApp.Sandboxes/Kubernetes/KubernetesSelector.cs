using k8s.Models;

namespace ThesisApp.Sandboxes.Kubernetes;

/// <summary>Which labels a selector takes.</summary>
internal static class KubernetesSelector
{
    /// <summary>Whether it takes an object with these; an empty one takes all.</summary>
    public static bool Matches(V1LabelSelector? selector, IDictionary<string, string> labels) =>
        (selector?.MatchLabels ?? new Dictionary<string, string>()).All(wanted => labels.TryGetValue(wanted.Key, out string? value) && value == wanted.Value)
        && (selector?.MatchExpressions ?? []).All(expression => Matches(expression, labels));

    private static bool Matches(V1LabelSelectorRequirement expression, IDictionary<string, string> labels) => expression.OperatorProperty switch
    {
        "In" => labels.TryGetValue(expression.Key, out string? value) && expression.Values.Contains(value),
        "NotIn" => !labels.TryGetValue(expression.Key, out string? other) || !expression.Values.Contains(other),
        "Exists" => labels.ContainsKey(expression.Key),
        "DoesNotExist" => !labels.ContainsKey(expression.Key),
        _ => false,
    };
}
