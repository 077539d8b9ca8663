using System.Text.Json;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>Ollama's own embeddings.</summary>
internal sealed class OllamaEmbeddingWire : IEmbeddingWire
{
    public EmbeddingRequest Read(JsonElement body) => new(body.GetProperty("model").GetString()!, EmbeddingRequest.TextsOf(body.GetProperty("input")), WantsBase64: false);

    public string Error(string type, string message) => WireText.Json(new { error = message });

    public string Whole(EmbeddingRequest request, IReadOnlyList<float[]> vectors) => WireText.Json(new
    {
        model = request.Model,
        embeddings = vectors,
        total_duration = 1,
        load_duration = 1,
        prompt_eval_count = request.Tokens,
    });
}
