using System.Text.Json;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicWire : IWire
{
    public string StreamType => "text/event-stream";

    public SimulatedRequest Read(JsonElement body)
    {
        List<(string Role, string Text)> messages = [];
        if (body.TryGetProperty("system", out JsonElement system))
        {
            messages.Add(("system", WireText.Of(system)));
        }

        messages.AddRange(body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, WireText.Of(message.GetProperty("content")))));
        return new SimulatedRequest(
            body.GetProperty("model").GetString()!,
            messages,
            body.TryGetProperty("stream", out JsonElement stream) && stream.GetBoolean(),
            body.TryGetProperty("output_config", out _) || body.TryGetProperty("output_format", out _));
    }

    public string Error(string type, string message) => WireText.Json(new { type = "error", error = new { type, message } });

    public string Whole(SimulatedAnswer answer) => WireText.Json(Message(answer, [new { type = "text", text = answer.Text }], "end_turn", answer.OutputTokens));

    public string Begin(SimulatedAnswer answer) =>
        Event("message_start", new { type = "message_start", message = Message(answer, [], null, 0) })
        + Event("content_block_start", new { type = "content_block_start", index = 0, content_block = new { type = "text", text = string.Empty } });

    public string Piece(SimulatedAnswer answer, string text) =>
        Event("content_block_delta", new { type = "content_block_delta", index = 0, delta = new { type = "text_delta", text } });

    public string End(SimulatedAnswer answer) =>
        Event("content_block_stop", new { type = "content_block_stop", index = 0 })
        + Event("message_delta", new { type = "message_delta", delta = new { stop_reason = "end_turn", stop_sequence = (string?)null }, usage = new { output_tokens = answer.OutputTokens } })
        + Event("message_stop", new { type = "message_stop" });

    private static object Message(SimulatedAnswer answer, object[] content, string? stop, int outputTokens) => new
    {
        id = "msg_simulated",
        type = "message",
        role = "assistant",
        model = answer.Model,
        content,
        stop_reason = stop,
        stop_sequence = (string?)null,
        usage = new { input_tokens = answer.InputTokens, output_tokens = outputTokens },
    };

    private static string Event(string name, object data) => $"event: {name}\ndata: {WireText.Json(data)}\n\n";
}
