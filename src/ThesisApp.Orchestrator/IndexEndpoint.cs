using System.Reflection;
using ThesisApp.Contracts;

namespace ThesisApp.Orchestrator;

/// <summary>Answers whoever opens the address that the host prints.</summary>
internal static class IndexEndpoint
{
    /// <summary>Maps <c>GET /</c>: what this is, and where to go on.</summary>
    public static IEndpointRouteBuilder MapIndex(this IEndpointRouteBuilder routes)
    {
        string version = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
        string text =
            $"""
            ThesisApp orchestrator {version}

            {ApiRoutes.Runs}            runs: POST submits one (multipart), GET lists them
            {ApiRoutes.Agents}          agents that have been seen lately
            /openapi/v1.json     the whole API
            /health, /alive      for probes

            From a shell: thesis runs --server URL, thesis generate SPEC --output DIR --server URL

            """;
        routes.MapGet("/", () => TypedResults.Text(text)).ExcludeFromDescription();
        return routes;
    }
}
