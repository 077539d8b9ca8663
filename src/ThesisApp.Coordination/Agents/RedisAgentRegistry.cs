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
        if (options.Value.IsBound)
        {
            await EnterAsync(agent.Id, about, cancellationToken);
        }
        else
        {
            await scripts.RunAsync(BoardScript.Announce, GlobalKeys.Agents, [agent.Id, about, Retention], cancellationToken);
        }

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
        AgentInfo?[] agents = [.. answer.Chunk(3).Select(fields => Read((string)fields[0]!, (byte[])fields[1]!, (string)fields[2]!))];
        return [.. agents.OfType<AgentInfo>().OrderBy(agent => agent.Id, StringComparer.Ordinal)];
    }

    // Agents write there: what cannot be read is none, and who is meant the list says, not the entry.
    private static AgentInfo? Read(string id, ReadOnlySpan<byte> about, string lastSeen)
    {
        try
        {
            return long.TryParse(lastSeen, CultureInfo.InvariantCulture, out long at) && at >= 0 && at < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
                ? JsonSerializer.Deserialize(about, CoordinationJson.Default.AgentInfo) is { } agent ? agent with { Id = id, LastSeenAt = DateTimeOffset.FromUnixTimeMilliseconds(at) } : null
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // The user of one run may write to the list and not read it, and a script's keys are for both: who else is there, and at what, is none of its business.
    private async Task EnterAsync(string agentId, byte[] about, CancellationToken cancellationToken)
    {
        IDatabase database = scripts.Database;
        DateTimeOffset now = await StoreClock.ReadAsync(database, cancellationToken);
        await database.HashSetAsync(GlobalKeys.Agents[0], agentId, about).WaitAsync(cancellationToken);
        await database.SortedSetAddAsync(GlobalKeys.AgentsSeen, agentId, now.ToUnixTimeMilliseconds()).WaitAsync(cancellationToken);
    }
}
