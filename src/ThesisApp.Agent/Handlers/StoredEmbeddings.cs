using System.Text.Json;
using ThesisApp.Agent.Work;
using ThesisApp.Core;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Handlers;

/// <summary>The embeddings of a run's sources, as the tasks that read them have stored them.</summary>
internal static class StoredEmbeddings
{
    /// <summary>One for each source; null for those that are not there or another model's: while a run waits for its outline to be approved, the agents may be given another one.</summary>
    public static async Task<IReadOnlyList<SourceEmbeddings?>> ReadAsync(TaskContext context, IReadOnlyList<SourceDocument> sources, SourceEmbedder embedder, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> stored = await context.Blackboard.ReadManyAsync(context.Lease.RunId, [.. sources.Select(source => ArtifactNames.Embeddings(source.FileName))], cancellationToken);
        return [.. stored.Select(bytes => bytes is { } json && JsonSerializer.Deserialize(json.Span, CoreJson.Default.SourceEmbeddings) is { } read && embedder.IsOfThisModel(read) ? read : null)];
    }

    /// <summary>All of them: those that are missing are made.</summary>
    public static async Task<IReadOnlyList<SourceEmbeddings>> CompleteAsync(
        SourceEmbedder embedder, IReadOnlyList<SourceDocument> sources, IReadOnlyList<SourceEmbeddings?> stored, CancellationToken cancellationToken)
    {
        List<SourceEmbeddings> all = [];
        foreach ((SourceDocument source, SourceEmbeddings? embeddings) in sources.Zip(stored))
        {
            all.Add(embeddings ?? await embedder.EmbedAsync(source, cancellationToken));
        }

        return all;
    }
}
