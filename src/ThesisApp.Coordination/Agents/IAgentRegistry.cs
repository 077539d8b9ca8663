using ThesisApp.Contracts.Agents;

namespace ThesisApp.Coordination.Agents;

/// <summary>Who is there.</summary>
public interface IAgentRegistry
{
    /// <summary>
    /// Says that an agent is alive and what it does; <see cref="AgentInfo.LastSeenAt"/> is set by the store. From the first time on this process's connection stands for the agent: when it is lost
    /// without <see cref="WithdrawAsync"/>, the agent is taken for dead (see <see cref="Upkeep.IAgentWatch"/>).
    /// </summary>
    Task AnnounceAsync(AgentInfo agent, CancellationToken cancellationToken);

    /// <summary>Takes a leaving agent off the list.</summary>
    Task WithdrawAsync(string agentId, CancellationToken cancellationToken);

    /// <summary>Agents seen within the retention time, by id.</summary>
    Task<IReadOnlyList<AgentInfo>> ListAsync(CancellationToken cancellationToken);
}
