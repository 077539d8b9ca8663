using ThesisApp.Models.Embeddings;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>A model of embeddings that knows a few meanings, each by words: a text's vector counts them.</summary>
internal sealed class MeaningModel(params string[] meanings) : IEmbeddingModel
{
    private readonly string[][] _meanings = [.. meanings.Select(words => words.Split(' '))];

    public string Identity => "meanings";

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Of)]);

    private float[] Of(string text)
    {
        float[] vector = [.. _meanings.Select(words => (float)words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))), 0.5f];
        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }
}
