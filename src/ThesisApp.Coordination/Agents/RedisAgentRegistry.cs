using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Contracts.Agents;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Agents;

/// <summary>The list of agents on Redis, Valkey or Garnet.</summary>
internal sealed class RedisAgentRegistry(ScriptRunner scripts, AgentConnections connections, IOptions<CoordinationOptions> options) : IAgentRegistry
{
    private string Retention => options.Value.AgentRetention.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    public async Task AnnounceAsync(AgentInfo agent, CancellationToken cancellationToken)
    {
        byte[] about = JsonSerializer.SerializeToUtf8Bytes(agent, CoordinationJson.Default.AgentInfo);
        await scripts.RunAsync(BoardScript.Announce, GlobalKeys.Agents, [agent.Id, about, Retention], cancellationToken);

        // After it: an agent that is seen and not on the list has withdrawn.
        await connections.OpenAsync(agent.Id, cancellationToken);
    }

    public async Task WithdrawAsync(string agentId, CancellationToken cancellationToken)
    {
        IDatabase database = scripts.Database;
        await database.SortedSetRemoveAsync(GlobalKeys.AgentsSeen, agentId).WaitAsync(cancellationToken);
        await database.HashDeleteAsync(GlobalKeys.Agents[0], agentId).WaitAsync(cancellationToken);

        // Last: who is no longer on the list has left and not died.
        await connections.CloseAsync(agentId, cancellationToken);
    }

    public async Task<IReadOnlyList<AgentInfo>> ListAsync(CancellationToken cancellationToken)
    {
        RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(BoardScript.ListAgents, GlobalKeys.Agents, [Retention], cancellationToken))!;
        List<AgentInfo> agents = [];
        for (int i = 0; i + 1 < answer.Length; i += 2)
        {
            if (JsonSerializer.Deserialize((byte[])answer[i]!, CoordinationJson.Default.AgentInfo) is { } agent)
            {
                agents.Add(agent with { LastSeenAt = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse((string)answer[i + 1]!, CultureInfo.InvariantCulture)) });
            }
        }

        return [.. agents.OrderBy(agent => agent.Id, StringComparer.Ordinal)];
    }
}
