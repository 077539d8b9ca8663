using Microsoft.Extensions.AI;
using ThesisApp.Models.Clients;

namespace ThesisApp.Models.Embeddings;

/// <summary>Stands before the cache of embeddings: see <see cref="Payments"/>.</summary>
internal sealed class PayingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Payments.AfterAsync(() => base.GenerateAsync(values, options, cancellationToken), cancellationToken);
}
