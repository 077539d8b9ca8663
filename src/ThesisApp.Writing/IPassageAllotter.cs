using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>Gives each passage to one section at most.</summary>
public interface IPassageAllotter
{
    /// <summary>Name and version, part of the key under which allotments are cached.</summary>
    string Version { get; }

    /// <summary>Retrieves for every section and settles who owns what; deterministic.</summary>
    /// <returns>One allotment for each section of the outline, in its order.</returns>
    IReadOnlyList<SectionAllotment> Allot(ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, CancellationToken cancellationToken);

    /// <summary>The passages most relevant to a query, best first, without taking ownership.</summary>
    IReadOnlyList<Passage> Search(IReadOnlyList<SourceDocument> sources, string query, int limit, CancellationToken cancellationToken);
}
