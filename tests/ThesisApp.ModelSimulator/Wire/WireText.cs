using System.Text.Encodings.Web;
using System.Text.Json;

namespace ThesisApp.ModelSimulator.Wire;

/// <summary>Texts within JSON.</summary>
internal static class WireText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A message's text: a string, or parts of type text.</summary>
    public static string Of(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => part.TryGetProperty("text", out JsonElement text) ? text.GetString() : string.Empty)),
        _ => string.Empty,
    };

    /// <summary>A value as JSON.</summary>
    public static string Json(object value) => JsonSerializer.Serialize(value, Plain);
}
