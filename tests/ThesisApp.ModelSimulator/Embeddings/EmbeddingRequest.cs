using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ThesisApp.ModelSimulator.Wire;

namespace ThesisApp.ModelSimulator.Embeddings;

/// <summary>A request for embeddings, whatever its wire form.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Texts">The texts.</param>
/// <param name="WantsBase64">Whether vectors are to come as base64 and not as lists of numbers.</param>
internal sealed record EmbeddingRequest(string Model, IReadOnlyList<string> Texts, bool WantsBase64)
{
    /// <summary>What it asks, in one string.</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Model}\nembed\n{string.Join('\n', Texts)}")));

    /// <summary>Tokens of its texts, about.</summary>
    public int Tokens => Texts.Sum(SimulatedAnswer.CountTokens);

    /// <summary>The texts of a request: one, or a list.</summary>
    public static IReadOnlyList<string> TextsOf(JsonElement input) =>
        input.ValueKind == JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
}
