using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;

namespace ThesisApp.Orchestrator.Agents;

/// <summary>Who works.</summary>
internal static class AgentEndpoints
{
    /// <summary>Maps <c>GET /api/agents</c>.</summary>
    public static IEndpointRouteBuilder MapAgents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiRoutes.Agents, static (IAgentRegistry agents, CancellationToken cancellationToken) => agents.ListAsync(cancellationToken))
            .WithName("ListAgents").WithTags("agents").WithSummary("Agents that have been seen lately")
            .Produces<IReadOnlyList<AgentInfo>>();
        return routes;
    }
}
