using System.Collections.Concurrent;
using k8s.Models;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What a service account may do in its namespace, and what of it was made use of.</summary>
internal sealed class AccessRules(IReadOnlyList<V1PolicyRule> rules)
{
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    public IEnumerable<string> Used => _used.Keys.Order(StringComparer.Ordinal);

    public static IEnumerable<string> Of(IEnumerable<V1PolicyRule> rules) =>
        rules.SelectMany(rule => rule.ApiGroups.SelectMany(group => rule.Resources.SelectMany(resource => rule.Verbs.Select(verb => Entry(group, resource, verb))))).Order(StringComparer.Ordinal);

    public void Demand(FakeCall call, string within)
    {
        bool isAllowed = call.Namespace == within && rules.Any(rule =>
            rule.ApiGroups.Contains(call.Group) && rule.Resources.Contains(call.Resource) && rule.Verbs.Contains(call.Verb) && (rule.ResourceNames is null or { Count: 0 } || rule.ResourceNames.Contains(call.Name)));
        if (!isAllowed)
        {
            throw FakeFaultException.Forbidden($"{call.Resource} is forbidden: User \"system:serviceaccount:{within}:orchestrator\" cannot {call.Verb} resource \"{call.Resource}\" in API group \"{call.Group}\" in the namespace \"{call.Namespace}\"");
        }

        _used[Entry(call.Group, call.Resource, call.Verb)] = true;
    }

    private static string Entry(string group, string resource, string verb) => $"{group}/{resource} {verb}";
}
