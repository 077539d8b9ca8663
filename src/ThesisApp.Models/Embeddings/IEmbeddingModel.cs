namespace ThesisApp.Models.Embeddings;

/// <summary>Makes vectors of texts, such that texts that mean nearly the same have vectors of nearly the same direction.</summary>
public interface IEmbeddingModel
{
    /// <summary>The model, its provider and address, without its key: whatever may make other vectors.</summary>
    string Identity { get; }

    /// <summary>The vectors of texts, each of length 1, in the texts' order.</summary>
    Task<IReadOnlyList<float[]>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken);
}
