using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Clients;

namespace ThesisApp.Models.Embeddings;

/// <summary>The model of the connection string <c>embeddings</c>: the account, then the cache, then retries, then telemetry of each call, then the provider, as for chat.</summary>
internal sealed class EmbeddingModel : IEmbeddingModel
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "embeddings";

    // Of a batch, whatever the number of its texts: servers take so much in one request.
    private const int MostCharacters = 200_000;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly int _batch;

    public EmbeddingModel(IConfiguration configuration, IOptions<ModelOptions> options, ICallGate gate, IDistributedCache cache, TimeProvider time, ILoggerFactory loggers)
    {
        ModelConnection connection = ModelConnection.Parse(ConnectionName, configuration.GetConnectionString(ConnectionName) ?? string.Empty);
        string identity = connection.ToString();
        _generator = ProviderClients.CreateEmbeddings(connection, time).AsBuilder()
            .Use(paid => new PayingEmbeddingGenerator(paid))
            .UseDistributedCache(cache, caching => caching.CacheKeyAdditionalValues = [identity])
            .Use(provider => new ResilientEmbeddingGenerator(provider, connection, options.Value, gate, time, loggers.CreateLogger<EmbeddingModel>()))
            .UseOpenTelemetry(loggers, StageModels.TelemetrySource)
            .Build();
        _batch = options.Value.EmbeddingBatch;
        Identity = identity;
    }

    public string Identity { get; }

    public async Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        List<float[]> vectors = [];
        while (vectors.Count < texts.Count)
        {
            string[] batch = [.. Batch(texts, vectors.Count)];
            foreach (Embedding<float> embedding in await _generator.GenerateAsync(batch, options: null, cancellationToken))
            {
                vectors.Add(OfLengthOne(embedding.Vector.Span));
            }
        }

        return vectors;
    }

    private IEnumerable<string> Batch(IReadOnlyList<string> texts, int from)
    {
        int characters = 0;
        for (int i = from; i < texts.Count && i < from + _batch; i++)
        {
            characters += texts[i].Length;
            if (i > from && characters > MostCharacters)
            {
                yield break;
            }

            yield return texts[i];
        }
    }

    private static float[] OfLengthOne(ReadOnlySpan<float> vector)
    {
        double square = 0;
        foreach (float value in vector)
        {
            square += (double)value * value;
        }

        float[] unit = vector.ToArray();
        for (int i = 0; i < unit.Length; i++)
        {
            unit[i] = (float)(unit[i] / Math.Sqrt(square));
        }

        return unit;
    }
}
