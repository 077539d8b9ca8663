using ThesisApp.Contracts;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Agents;
using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Agents;

/// <summary>Who works.</summary>
internal static class AgentEndpoints
{
    /// <summary>Maps <c>GET /api/agents</c> and <c>GET /api/demand</c>.</summary>
    public static IEndpointRouteBuilder MapAgents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiRoutes.Agents, static (IAgentRegistry agents, CancellationToken cancellationToken) => agents.ListAsync(cancellationToken))
            .WithName("ListAgents").WithTags("agents").WithSummary("Agents that have been seen lately")
            .Produces<IReadOnlyList<AgentInfo>>();
        routes.MapGet(ApiRoutes.Demand, static async (IPoolStore pool, CancellationToken cancellationToken) =>
            {
                PoolDemand demand = await pool.MeasureDemandAsync(cancellationToken);
                return new DemandInfo(demand.Ready, demand.Leased, demand.Ready + demand.Leased);
            })
            .WithName("GetDemand").WithTags("agents").WithSummary("How much work there is for agents: what an autoscaler goes by")
            .Produces<DemandInfo>();
        return routes;
    }
}
