using System.IO.Compression;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Cache;

/// <summary>The result cache on Redis, Valkey or Garnet: one compressed string a result, which expires some days after its last use.</summary>
internal sealed partial class RedisResultCache(IConnectionMultiplexer redis, IOptions<CoordinationOptions> options, ILogger<RedisResultCache> logger) : IResultCache
{
    // What is larger costs more to keep than to make again.
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly CacheKeys _keys = new(options.Value);

    private TimeSpan Retention => options.Value.CacheRetention;

    public async Task<TaskResult?> FindAsync(TaskInputs inputs, CancellationToken cancellationToken)
    {
        if (Retention == TimeSpan.Zero)
        {
            return null;
        }

        try
        {
            IDatabase database = redis.GetDatabase();
            RedisKey key = _keys.Result(inputs.Key);
            RedisValue stored = await database.StringGetAsync(key).WaitAsync(cancellationToken);
            if (stored.IsNull)
            {
                return null;
            }

            CachedResult found = Unpack((byte[])stored!);
            await database.KeyExpireAsync(key, Retention).WaitAsync(cancellationToken);
            return new TaskResult
            {
                Artifacts = found.Artifacts.ToDictionary(artifact => artifact.Key, artifact => (ReadOnlyMemory<byte>)artifact.Value, StringComparer.Ordinal),
                Extension = found.Extension,
                Message = found.Message,
                FromCache = true,
                Why = "nothing that it is made from has changed",
            };
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception) || exception is InvalidDataException or JsonException or RedisServerException)
        {
            LogUnreadable(logger, inputs.Kind, inputs.Subject, exception.Message);
            return null;
        }
    }

    public async Task<string> ExplainAsync(string thesis, TaskInputs inputs, CancellationToken cancellationToken)
    {
        if (Retention == TimeSpan.Zero)
        {
            return "there is no cache";
        }

        try
        {
            RedisValue stored = await redis.GetDatabase().StringGetAsync(_keys.Inputs(inputs.SubjectKey(thesis))).WaitAsync(cancellationToken);
            if (stored.IsNull || JsonSerializer.Deserialize((byte[])stored!, CoordinationJson.Default.IReadOnlyDictionaryStringString) is not { } earlier)
            {
                return "it was not made before";
            }

            IReadOnlyList<string> changed = inputs.ChangedSince(earlier);
            return changed.Count == 0 ? "its result was no longer kept" : $"changed: {string.Join(", ", changed)}";
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception) || exception is JsonException or RedisServerException)
        {
            return "the cache could not be read";
        }
    }

    public async Task StoreAsync(string thesis, TaskInputs inputs, TaskResult result, CancellationToken cancellationToken)
    {
        if (Retention == TimeSpan.Zero)
        {
            return;
        }

        byte[] packed = Pack(new CachedResult(
            result.Artifacts.ToDictionary(artifact => artifact.Key, artifact => artifact.Value.ToArray(), StringComparer.Ordinal), result.Extension, result.Message));
        if (packed.Length > MostBytes)
        {
            return;
        }

        try
        {
            IDatabase database = redis.GetDatabase();
            byte[] parts = JsonSerializer.SerializeToUtf8Bytes(inputs.Parts, CoordinationJson.Default.IReadOnlyDictionaryStringString);
            await Task.WhenAll(
                database.StringSetAsync(_keys.Result(inputs.Key), packed, Retention),
                database.StringSetAsync(_keys.Inputs(inputs.SubjectKey(thesis)), parts, Retention)).WaitAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception) || exception is RedisServerException)
        {
            // The result itself is delivered all the same.
            LogNotKept(logger, inputs.Kind, inputs.Subject, exception.Message);
        }
    }

    private static byte[] Pack(CachedResult result)
    {
        using MemoryStream packed = new();
        using (BrotliStream compressor = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(compressor, result, CoordinationJson.Default.CachedResult);
        }

        return packed.ToArray();
    }

    private static CachedResult Unpack(byte[] packed)
    {
        using BrotliStream decompressor = new(new MemoryStream(packed), CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize(decompressor, CoordinationJson.Default.CachedResult) ?? throw new InvalidDataException("It is empty.");
        }
        catch (InvalidOperationException exception)
        {
            // What the decompressor throws at bytes that it did not write.
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    [LoggerMessage(3, LogLevel.Warning, "The cached result of {Kind} '{Subject}' cannot be read and is made again: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string kind, string subject, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The result of {Kind} '{Subject}' could not be kept in the cache: {Reason}")]
    private static partial void LogNotKept(ILogger logger, string kind, string subject, string reason);
}
