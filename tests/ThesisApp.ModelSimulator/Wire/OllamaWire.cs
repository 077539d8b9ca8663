using System.Text.Json;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>Ollama's own chat: a line of JSON for each piece.</summary>
internal sealed class OllamaWire : IWire
{
    private const string Moment = "2026-01-01T00:00:00Z";

    public string StreamType => "application/x-ndjson";

    public SimulatedRequest Read(JsonElement body) => new(
        body.GetProperty("model").GetString()!,
        [.. body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, WireText.Of(message.GetProperty("content"))))],
        !body.TryGetProperty("stream", out JsonElement stream) || stream.GetBoolean(),
        body.TryGetProperty("format", out JsonElement format) && format.ValueKind is JsonValueKind.Object or JsonValueKind.String);

    public string Error(string type, string message) => WireText.Json(new { error = message });

    public string Whole(SimulatedAnswer answer) => Line(answer, answer.Text, done: true);

    public string Begin(SimulatedAnswer answer) => string.Empty;

    public string Piece(SimulatedAnswer answer, string text) => Line(answer, text, done: false) + "\n";

    public string End(SimulatedAnswer answer) => Line(answer, string.Empty, done: true) + "\n";

    private static string Line(SimulatedAnswer answer, string text, bool done) => done
        ? WireText.Json(new
        {
            model = answer.Model,
            created_at = Moment,
            message = new { role = "assistant", content = text },
            done,
            done_reason = "stop",
            total_duration = 1,
            load_duration = 1,
            prompt_eval_count = answer.InputTokens,
            prompt_eval_duration = 1,
            eval_count = answer.OutputTokens,
            eval_duration = 1,
        })
        : WireText.Json(new { model = answer.Model, created_at = Moment, message = new { role = "assistant", content = text }, done });
}
