using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using ThesisApp.Core.Connections;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Clients;

namespace ThesisApp.Models.Embeddings;

/// <summary>Asks for embeddings until they come, with a time-out: see <see cref="ResilientCalls{T}"/>. Only an answer with one vector for each text, all of one length, is an answer.</summary>
internal sealed class ResilientEmbeddingGenerator(
    IEmbeddingGenerator<string, Embedding<float>> inner, ModelConnection connection, ModelOptions options, ICallGate gate, TimeProvider time, ILogger logger)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private const int CharactersOfToken = 4;

    private readonly ResilientCalls<GeneratedEmbeddings<Embedding<float>>> _calls = new(ModelStages.Embed, connection, options, gate, time, logger);

    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        return _calls.AskAsync(token => CallAsync(texts, options, token), cancellationToken);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> CallAsync(string[] texts, EmbeddingGenerationOptions? how, CancellationToken cancellationToken)
    {
        int prompt = texts.Sum(text => text.Length) / CharactersOfToken;
        GeneratedEmbeddings<Embedding<float>> answer = await _calls.CallAsync(
            prompt, 0, (_, token) => ReadAsync(texts, how, token), given => given.Usage is null && given.Count == 0 ? null : (given.Usage?.InputTokenCount ?? prompt, 0), cancellationToken);
        if (answer.Count == 0 && texts.Length > 0)
        {
            throw new ModelCallException(ModelFailureKind.Empty, $"The model {connection} gave no embeddings.");
        }

        return answer.Count == texts.Length && answer.All(IsRight) && answer.Select(embedding => embedding.Vector.Length).Distinct().Count() <= 1
            ? answer
            : throw new ModelCallException(ModelFailureKind.Malformed, $"The model {connection} gave {answer.Count} embeddings for {texts.Length} texts, or some that are no vectors of one length.");
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> ReadAsync(string[] texts, EmbeddingGenerationOptions? how, CancellationToken cancellationToken)
    {
        using CancellationTokenSource limit = new(options.EmbeddingTimeout, time);
        using CancellationTokenSource call = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await InnerGenerator.GenerateAsync(texts, how, call.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw CallFailures.Classify(exception, connection, () => $"no embeddings within {options.EmbeddingTimeout}");
        }
    }

    // A vector of zeros is near to nothing, and one with a number that is none to everything.
    private static bool IsRight(Embedding<float> embedding)
    {
        double length = 0;
        foreach (float value in embedding.Vector.Span)
        {
            length += (double)value * value;
        }

        return double.IsFinite(length) && length > 0;
    }
}
