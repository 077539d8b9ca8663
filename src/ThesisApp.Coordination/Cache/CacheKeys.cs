using StackExchange.Redis;

namespace ThesisApp.Coordination.Cache;

/// <summary>Keys of what is kept: of all runs together, or of one run, where runs are kept apart. Nobody learns then what another run was made from, nor puts something false in its way; nor is anything of it taken over.</summary>
internal sealed class CacheKeys(CoordinationOptions options)
{
    private readonly string _prefix = options.IsBound ? $"{{run:{options.OnlyRun}}}:cache:" : "thesis:cache:";

    /// <summary>String: a cached result, by the key of what it was made from.</summary>
    public RedisKey Result(string key) => $"{_prefix}result:{key}";

    /// <summary>String: what a task was last made from, so that a change can be named.</summary>
    public RedisKey Inputs(string subjectKey) => $"{_prefix}inputs:{subjectKey}";

    /// <summary>String: an answer of a model, by the key of what it was asked.</summary>
    public RedisKey Answer(string key) => $"{_prefix}answer:{key}";
}
