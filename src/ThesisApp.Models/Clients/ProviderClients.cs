using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OpenAI;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Embeddings;

namespace ThesisApp.Models.Clients;

/// <summary>Makes each provider's own client. Retries and time-outs are ours, so theirs are off.</summary>
internal static class ProviderClients
{
    /// <summary>A client of the connection's model.</summary>
    public static IChatClient Create(ModelConnection connection, int maxOutputTokens, TimeProvider time)
    {
        CheckIsUsable(connection);
        HttpClient http = new(new EndpointHandler(connection, time)) { Timeout = Timeout.InfiniteTimeSpan };
        return connection.Provider switch
        {
            ModelProviders.Anthropic => Anthropic(connection, maxOutputTokens, http),
            ModelProviders.Ollama => Ollama(connection, http),
            _ => new OpenAiRefusals(OpenAi(connection, http).GetChatClient(connection.Model).AsIChatClient()),
        };
    }

    /// <summary>A generator of embeddings by the connection's model.</summary>
    /// <exception cref="ModelConnectionException">The provider has none.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddings(ModelConnection connection, TimeProvider time)
    {
        CheckIsUsable(connection);
        if (connection.Provider == ModelProviders.Anthropic)
        {
            throw new ModelConnectionException("Anthropic serves no embeddings. Name a model of another provider in the connection string of embeddings; it need not be that of chat.");
        }

        HttpClient http = new(new EmbeddingFormHandler(new EndpointHandler(connection, time))) { Timeout = Timeout.InfiniteTimeSpan };
        return connection.Provider == ModelProviders.Ollama
            ? Ollama(connection, http)
            : OpenAi(connection, http).GetEmbeddingClient(connection.Model).AsIEmbeddingGenerator();
    }

    // Their packages serialize by reflection, which is off in a program that was compiled ahead of time.
    private static void CheckIsUsable(ModelConnection connection)
    {
        if (!JsonSerializer.IsReflectionEnabledByDefault && connection.Provider is ModelProviders.Anthropic or ModelProviders.Ollama)
        {
            throw new ModelConnectionException(
                $"The provider '{connection.Provider}' cannot be used by an agent that was compiled ahead of time. Run agents that were not, or reach the model through an OpenAI-compatible endpoint (Ollama: Endpoint=http://localhost:11434/v1;Key=none;Provider=openai; Anthropic: Endpoint=https://api.anthropic.com/v1/;Provider=openai).");
        }
    }

    private static OpenAIClient OpenAi(ModelConnection connection, HttpClient http) => new(
        new ApiKeyCredential(connection.Key!),
        new OpenAIClientOptions
        {
            Endpoint = connection.Endpoint,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });

    private static IChatClient Anthropic(ModelConnection connection, int maxOutputTokens, HttpClient http) => new AnthropicClient(new ClientOptions
    {
        ApiKey = connection.Key!,
        BaseUrl = connection.Endpoint.ToString().TrimEnd('/'),
        HttpClient = http,
        MaxRetries = 0,
        Timeout = TimeSpan.FromDays(1),
    }).AsIChatClient(connection.Model, maxOutputTokens);

    private static OllamaApiClient Ollama(ModelConnection connection, HttpClient http)
    {
        http.BaseAddress = connection.Endpoint;
        if (connection.Key is { Length: > 0 } key and not "none")
        {
            http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        }

        return new OllamaApiClient(http, connection.Model);
    }
}
