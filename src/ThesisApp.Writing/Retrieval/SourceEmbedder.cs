using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Models.Embeddings;

namespace ThesisApp.Writing.Retrieval;

/// <summary>Makes embeddings of passages and of what sections look for. Registered only where a model of embeddings is configured.</summary>
public sealed class SourceEmbedder(IEmbeddingModel model)
{
    // A table may be longer than any model reads; its beginning says what it is about.
    private const int MostCharacters = 4_000;

    /// <summary>What makes other vectors: the code and the model. A part of the key under which results are cached.</summary>
    public string Version { get; } = $"embedder/1 {model.Identity}";

    /// <summary>What a section looks for, as it is compared with passages.</summary>
    public static string QueryOf(OutlineSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return section.ResearchQuestion is null ? $"{section.Title}. {section.Brief}" : section.Brief;
    }

    /// <summary>Embeds a source's passages, each with its heading.</summary>
    public async Task<SourceEmbeddings> EmbedAsync(SourceDocument source, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        IReadOnlyList<float[]> vectors = await model.EmbedAsync([.. source.Passages.Select(TextOf)], cancellationToken);
        return new SourceEmbeddings(model.Identity, vectors.Count == 0 ? 0 : vectors[0].Length, HalfVectors.Write(vectors));
    }

    /// <summary>True if what is stored of a source was made by this model.</summary>
    public bool IsOfThisModel(SourceEmbeddings? stored) => stored?.Model == model.Identity;

    /// <summary>Compares queries with the passages of all sources.</summary>
    /// <param name="queries">The queries.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="embeddings">Their embeddings, in their order.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidDataException">The embeddings are not of these passages, or of another model's form.</exception>
    public async Task<Nearness> CompareAsync(
        IReadOnlyList<string> queries, IReadOnlyList<SourceDocument> sources, IReadOnlyList<SourceEmbeddings> embeddings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sources);
        List<(string Id, float[] Vector)> passages = [];
        foreach ((SourceDocument source, SourceEmbeddings stored) in sources.Zip(embeddings))
        {
            float[][] vectors = [.. HalfVectors.Read(stored.Values, stored.Dimensions)];
            if (vectors.Length != source.Passages.Count)
            {
                throw new InvalidDataException($"{source.FileName} has {source.Passages.Count} passages and {vectors.Length} embeddings.");
            }

            passages.AddRange(source.Passages.Select((passage, i) => (passage.Id, vectors[i])));
        }

        IReadOnlyList<float[]> asked = await model.EmbedAsync([.. queries.Select(Cut)], cancellationToken);
        return passages.All(passage => asked.Count == 0 || passage.Vector.Length == asked[0].Length)
            ? Nearness.Of(passages, asked)
            : throw new InvalidDataException($"The embeddings of the sources are not of the form that {model.Identity} gives. Do all agents have the same connection string 'embeddings'?");
    }

    private static string TextOf(Passage passage) => Cut(passage.Heading is { } heading ? $"{heading}. {passage.Text}" : passage.Text);

    // Nothing at all has no embedding.
    private static string Cut(string text) => string.IsNullOrWhiteSpace(text) ? "-" : text.Length <= MostCharacters ? text : text[..MostCharacters];
}
