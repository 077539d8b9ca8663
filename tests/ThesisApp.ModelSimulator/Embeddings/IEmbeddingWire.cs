using System.Text.Json;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>How a provider's requests for embeddings and its answers look.</summary>
internal interface IEmbeddingWire
{
    /// <summary>Reads a request.</summary>
    EmbeddingRequest Read(JsonElement body);

    /// <summary>An error's body.</summary>
    string Error(string type, string message);

    /// <summary>The answer.</summary>
    string Whole(EmbeddingRequest request, IReadOnlyList<float[]> vectors);
}
