using ThesisApp.Models.Embeddings;

namespace ThesisApp.Agent.Tests.Support;

/// <summary>A model of embeddings that knows two meanings by their words, and remembers what it was asked for.</summary>
/// <param name="identity">Its name.</param>
internal sealed class CountingEmbeddings(string identity = "meanings") : IEmbeddingModel
{
    private static readonly string[] Sickness = ["fever", "surgeon", "sickness"];
    private static readonly string[] Pay = ["pence", "coin", "salaries"];

    public string Identity => identity;

    /// <summary>The texts of each call.</summary>
    public List<IReadOnlyList<string>> Asked { get; } = [];

    public Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        Asked.Add(texts);
        return Task.FromResult<IReadOnlyList<float[]>>([.. texts.Select(Of)]);
    }

    private static float[] Of(string text)
    {
        float[] vector = [Count(text, Sickness), Count(text, Pay), 0.5f];
        float length = MathF.Sqrt(vector.Sum(value => value * value));
        return [.. vector.Select(value => value / length)];
    }

    private static float Count(string text, string[] words) => words.Count(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
