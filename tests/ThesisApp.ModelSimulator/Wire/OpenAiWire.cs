using System.Text.Json;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>OpenAI's chat completions, which most other servers understand, too.</summary>
internal sealed class OpenAiWire : IWire
{
    private const string Id = "chatcmpl-simulated";

    public string StreamType => "text/event-stream";

    public SimulatedRequest Read(JsonElement body) => new(
        body.GetProperty("model").GetString()!,
        [.. body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, WireText.Of(message.GetProperty("content"))))],
        body.TryGetProperty("stream", out JsonElement stream) && stream.GetBoolean(),
        body.TryGetProperty("response_format", out JsonElement format) && format.GetProperty("type").GetString() is "json_schema" or "json_object");

    public string Error(string type, string message) => WireText.Json(new { error = new { message, type, code = type } });

    public string Whole(SimulatedAnswer answer) => WireText.Json(new
    {
        id = Id,
        @object = "chat.completion",
        created = 0,
        model = answer.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = answer.Text }, finish_reason = "stop" } },
        usage = Usage(answer),
    });

    public string Begin(SimulatedAnswer answer) => Chunk(answer, new { role = "assistant", content = string.Empty }, null);

    public string Piece(SimulatedAnswer answer, string text) => Chunk(answer, new { content = text }, null);

    public string End(SimulatedAnswer answer) =>
        Chunk(answer, new { }, "stop")
        + Event(new { id = Id, @object = "chat.completion.chunk", created = 0, model = answer.Model, choices = Array.Empty<object>(), usage = Usage(answer) })
        + "data: [DONE]\n\n";

    private static string Chunk(SimulatedAnswer answer, object delta, string? finish) => Event(new
    {
        id = Id,
        @object = "chat.completion.chunk",
        created = 0,
        model = answer.Model,
        choices = new[] { new { index = 0, delta, finish_reason = finish } },
    });

    private static object Usage(SimulatedAnswer answer) =>
        new { prompt_tokens = answer.InputTokens, completion_tokens = answer.OutputTokens, total_tokens = answer.InputTokens + answer.OutputTokens };

    private static string Event(object data) => $"data: {WireText.Json(data)}\n\n";
}
