using System.Diagnostics;
using StackExchange.Redis;

namespace ThesisApp.Coordination.Store;

/// <summary>Runs the board's scripts: by their hash, traced and timed.</summary>
internal sealed class ScriptRunner(IConnectionMultiplexer redis, CoordinationMetrics metrics)
{
    public IDatabase Database => redis.GetDatabase();

    public Task<RedisResult> RunAsync(BoardScript script, string runId, RedisValue[] arguments, CancellationToken cancellationToken) =>
        RunAsync(script, RunKeys.All(runId), [runId, .. arguments], cancellationToken);

    /// <summary>Runs a script that is told the keys that it shares with other runs, too. Only where that can be (<see cref="StoreTopology.CanShareKeys"/>).</summary>
    public Task<RedisResult> RunSharedAsync(BoardScript script, string runId, RedisValue[] arguments, CancellationToken cancellationToken) =>
        RunAsync(script, [.. RunKeys.All(runId), .. script.SharedKeys], [runId, .. arguments], cancellationToken);

    /// <summary>Sends a small script with its text: unlike a digest, which a store may not know yet, that is carried out in its place among the commands sent before and after it.</summary>
    public Task<RedisResult> RunInPlaceAsync(BoardScript script, RedisKey key, RedisValue argument, CancellationToken cancellationToken) =>
        RunAsync(script, [key], [argument], inPlace: true, cancellationToken);

    public Task<RedisResult> RunAsync(BoardScript script, RedisKey[] keys, RedisValue[] arguments, CancellationToken cancellationToken) =>
        RunAsync(script, keys, arguments, inPlace: false, cancellationToken);

    private async Task<RedisResult> RunAsync(BoardScript script, RedisKey[] keys, RedisValue[] arguments, bool inPlace, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // Idle agents ask again and again: only calls made on behalf of some work are worth a span.
        using Activity? span = Activity.Current is null
            ? null
            : CoordinationMetrics.Activities.StartActivity($"board {script.Name}", ActivityKind.Client);
        span?.SetTag("db.system.name", "redis");
        span?.SetTag("db.operation.name", script.Name);
        long start = Stopwatch.GetTimestamp();
        try
        {
            // Not given up half-way: the answer may carry a lease, which would have to run out. The client's own time-out bounds the wait.
            RedisResult result = await (inPlace
                ? redis.GetDatabase().ExecuteAsync("EVAL", (object[])[script.Text, keys.Length, .. keys, .. arguments])
                : EvaluateAsync(redis.GetDatabase(), script, keys, arguments));
            metrics.RecordOperation(script.Name, Stopwatch.GetElapsedTime(start), failed: false);
            return result;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            metrics.RecordOperation(script.Name, Stopwatch.GetElapsedTime(start), failed: true);
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            throw;
        }
    }

    // By the digest first: asked by its text, the client looks for the digest under all of the text each time.
    private static async Task<RedisResult> EvaluateAsync(IDatabase database, BoardScript script, RedisKey[] keys, RedisValue[] arguments)
    {
        try
        {
            return await database.ScriptEvaluateAsync(script.Digest, keys, arguments);
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("NOSCRIPT", StringComparison.Ordinal))
        {
            return await database.ScriptEvaluateAsync(script.Text, keys, arguments);
        }
    }
}
