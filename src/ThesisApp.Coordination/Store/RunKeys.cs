using System.Collections.Concurrent;
using System.Text;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Keys of one run; they share a hash tag, so they live in one slot of a cluster.</summary>
internal static class RunKeys
{
    // More runs than an agent works on at a time; beyond that the keys are made again.
    private const int RunsKept = 1_024;

    private static readonly ConcurrentDictionary<string, RedisKey[]> Known = new(StringComparer.Ordinal);

    private static readonly string[] Names = ["meta", "tasks", "state", "waits", "dependents", "ready", "leases", "delayed", "artifacts", "events", "inputs"];

    /// <summary>Every key of a run, in the order in which the scripts expect them.</summary>
    public static RedisKey[] All(string runId)
    {
        if (!Known.TryGetValue(runId, out RedisKey[]? keys))
        {
            if (Known.Count >= RunsKept)
            {
                Known.Clear();
            }

            string prefix = $"{{run:{runId}}}:";
            keys = Array.ConvertAll(Names, name => (RedisKey)Encoding.ASCII.GetBytes(prefix + name));
            Known[runId] = keys;
        }

        return keys;
    }

    public static RedisKey Meta(string runId) => $"{{run:{runId}}}:meta";

    public static RedisKey Tasks(string runId) => $"{{run:{runId}}}:tasks";

    public static RedisKey State(string runId) => $"{{run:{runId}}}:state";

    public static RedisKey Artifacts(string runId) => $"{{run:{runId}}}:artifacts";

    public static RedisKey Events(string runId) => $"{{run:{runId}}}:events";

    public static RedisKey Inputs(string runId) => $"{{run:{runId}}}:inputs";

    /// <summary>Hash: what models took for the run. No script of the board reads it.</summary>
    public static RedisKey Usage(string runId) => $"{{run:{runId}}}:usage";

    /// <summary>String: a chapter's text, for readers outside.</summary>
    public static RedisKey ChapterContent(string runId, string chapter) => $"{{run:{runId}}}:{chapter}:content";

    /// <summary>String: there once a chapter's text is.</summary>
    public static RedisKey ChapterComplete(string runId, string chapter) => $"{{run:{runId}}}:complete:{chapter}";

    /// <summary>The channel on which a run's new events are announced.</summary>
    public static RedisChannel EventChannel(string runId) => RedisChannel.Literal($"{{run:{runId}}}:events");
}
