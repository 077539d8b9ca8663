using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;
using ThesisApp.Core.Planning;
using ThesisApp.Models;
using ThesisApp.Writing.Chat.Prompts;
using ThesisApp.Writing.Chat.Writing;

namespace ThesisApp.Writing.Chat.Asking;

/// <summary>One conversation with the model of a stage: a prompt, its answer, and what is said about that.</summary>
internal sealed class Conversation
{
    // Chosen once for all: what is written twice in the same way can be found in the cache.
    private const float Temperature = 0.3f;

    private readonly IChatClient _client;
    private readonly List<ChatMessage> _messages;

    /// <summary>Begins a conversation.</summary>
    /// <param name="models">The models.</param>
    /// <param name="stage">The stage; see <see cref="ModelStages"/>.</param>
    /// <param name="language">The language to write in.</param>
    /// <param name="prompt">What is asked.</param>
    public Conversation(IStageModels models, string stage, string language, string prompt)
    {
        _client = models.For(stage);
        _messages =
        [
            new ChatMessage(ChatRole.System, PromptCatalog.System.Render(new Dictionary<string, string> { ["language"] = LanguageNames.Of(language) })),
            new ChatMessage(ChatRole.User, prompt),
        ];
    }

    /// <summary>Asks for text.</summary>
    public Task<string> AskAsync(CancellationToken cancellationToken) => SendAsync(new ChatOptions { Temperature = Temperature }, cancellationToken);

    /// <summary>Says what is wrong with the last answer, before the next is asked for.</summary>
    public void Object(string text) => _messages.Add(new ChatMessage(ChatRole.User, text));

    /// <summary>Asks for JSON of a form. An answer that is not of the form is sent back once with the reason.</summary>
    /// <returns>The value, or null if the second answer was not right either.</returns>
    public async Task<T?> AskAsync<T>(JsonTypeInfo<T> form, CancellationToken cancellationToken)
        where T : class
    {
        JsonElement schema = AIJsonUtilities.CreateJsonSchema(typeof(T), serializerOptions: form.Options);
        ChatOptions options = new() { Temperature = Temperature, ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, typeof(T).Name) };
        if (TryRead(await SendAsync(options, cancellationToken), form, out string problem) is { } first)
        {
            return first;
        }

        Object($"That could not be read: {problem} Answer again with nothing but JSON of this schema: {schema.GetRawText()}");
        return TryRead(await SendAsync(options, cancellationToken), form, out _);
    }

    private async Task<string> SendAsync(ChatOptions options, CancellationToken cancellationToken)
    {
        ChatResponse response = await _client.GetResponseAsync(_messages, options, cancellationToken);
        _messages.Add(new ChatMessage(ChatRole.Assistant, response.Text));
        return response.Text;
    }

    private static bool HasNullInList(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HasNullInList(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(property => HasNullInList(property.Value)),
        _ => false,
    };

    // Models like to put JSON between fences, or a remark before it.
    private static T? TryRead<T>(string text, JsonTypeInfo<T> form, out string problem)
        where T : class
    {
        int start = text.IndexOf('{', StringComparison.Ordinal);
        int end = text.LastIndexOf('}');
        problem = "there is no object in it.";
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            // Its form says that no text and no object may be null, but not what stands in lists.
            using JsonDocument answer = JsonDocument.Parse(text.AsMemory(start, end - start + 1));
            if (HasNullInList(answer.RootElement))
            {
                problem = "a list holds null.";
                return null;
            }

            return answer.Deserialize(form);
        }
        catch (JsonException exception)
        {
            problem = exception.Message;
            return null;
        }
    }
}
