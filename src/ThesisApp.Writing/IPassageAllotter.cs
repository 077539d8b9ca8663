using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Writing;

/// <summary>Gives each passage to one section at most.</summary>
public interface IPassageAllotter
{
    /// <summary>Name and version, part of the key under which allotments are cached.</summary>
    string Version { get; }

    /// <summary>Retrieves for every section and settles who owns what; deterministic.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="outline">The outline.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="nearness">How near passages are to sections by their embeddings, the sections in the outline's order; null where there are none.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>One allotment for each section of the outline, in its order.</returns>
    IReadOnlyList<SectionAllotment> Allot(ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, Nearness? nearness, CancellationToken cancellationToken);

    /// <summary>Retrieves by words alone.</summary>
    IReadOnlyList<SectionAllotment> Allot(ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, CancellationToken cancellationToken) =>
        Allot(spec, outline, sources, nearness: null, cancellationToken);

    /// <summary>The passages most relevant to a query, best first, without taking ownership.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="query">The query.</param>
    /// <param name="limit">Most passages.</param>
    /// <param name="nearness">How near passages are to this query, the only one, by their embeddings; null where there are none.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    IReadOnlyList<Passage> Search(IReadOnlyList<SourceDocument> sources, string query, int limit, Nearness? nearness, CancellationToken cancellationToken);

    /// <summary>The same for several queries at once, which costs one index for all of them.</summary>
    /// <param name="sources">The sources.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="limit">Most passages of each.</param>
    /// <param name="nearness">How near passages are to the queries, in their order, by their embeddings; null where there are none.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>The passages of each query, in their order.</returns>
    IReadOnlyList<IReadOnlyList<Passage>> SearchAll(IReadOnlyList<SourceDocument> sources, IReadOnlyList<string> queries, int limit, Nearness? nearness, CancellationToken cancellationToken);

    /// <summary>Searches by words alone.</summary>
    IReadOnlyList<Passage> Search(IReadOnlyList<SourceDocument> sources, string query, int limit, CancellationToken cancellationToken) =>
        Search(sources, query, limit, nearness: null, cancellationToken);
}
