using Microsoft.AspNetCore.Http;

namespace ThesisApp.TestSupport.Kubernetes;

/// <summary>What an API server is asked, as its authorisation sees it.</summary>
/// <param name="Group">The API's group; empty for the core.</param>
/// <param name="Namespace">The namespace.</param>
/// <param name="Resource">The resource, with its subresource.</param>
/// <param name="Name">The object's name, if one is asked for.</param>
/// <param name="Verb">get, list, watch, create, patch or delete.</param>
internal sealed record FakeCall(string Group, string Namespace, string Resource, string? Name, string Verb)
{
    /// <summary>Reads a request; null if its path leads to no resource of a namespace.</summary>
    public static FakeCall? Of(HttpRequest request)
    {
        string[] parts = request.Path.Value!.Trim('/').Split('/');
        (string group, string[] rest) = parts switch
        {
            ["api", "v1", "namespaces", .. var core] => (string.Empty, core),
            ["apis", var named, "v1", "namespaces", .. var others] => (named, others),
            _ => (string.Empty, Array.Empty<string>()),
        };
        if (rest.Length is < 2 or > 4)
        {
            return null;
        }

        string? name = rest.Length > 2 ? rest[2] : null;
        string verb = request.Method switch
        {
            "GET" when name is not null => "get",
            "GET" => request.Query["watch"] == "true" ? "watch" : "list",
            "POST" => "create",
            "PATCH" => "patch",
            "DELETE" => "delete",
            _ => request.Method,
        };
        return new FakeCall(group, rest[0], rest.Length == 4 ? $"{rest[1]}/{rest[3]}" : rest[1], name, verb);
    }
}
