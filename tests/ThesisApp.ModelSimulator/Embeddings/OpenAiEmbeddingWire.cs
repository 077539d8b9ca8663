using System.Runtime.InteropServices;
using System.Text.Json;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>OpenAI's embeddings, which most other servers understand, too.</summary>
internal sealed class OpenAiEmbeddingWire : IEmbeddingWire
{
    public EmbeddingRequest Read(JsonElement body) => new(
        body.GetProperty("model").GetString()!,
        EmbeddingRequest.TextsOf(body.GetProperty("input")),
        body.TryGetProperty("encoding_format", out JsonElement format) && format.GetString() == "base64");

    public string Error(string type, string message) => WireText.Json(new { error = new { message, type, code = type } });

    public string Whole(EmbeddingRequest request, IReadOnlyList<float[]> vectors) => WireText.Json(new
    {
        @object = "list",
        data = vectors.Select((vector, index) => new
        {
            @object = "embedding",
            index,
            embedding = request.WantsBase64 ? (object)Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : vector,
        }),
        model = request.Model,
        usage = new { prompt_tokens = request.Tokens, total_tokens = request.Tokens },
    });
}
