using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing;

/// <summary>What an agent can write. Implementations keep no state: everything comes with the call.</summary>
public interface IWriter
{
    /// <summary>Name and version, part of the key under which results are cached: <c>offline/1</c>.</summary>
    string Version { get; }

    /// <summary>Establishes an artifact that no section gives.</summary>
    Task<Artifact> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken);

    /// <summary>Drafts one section from its allotted passages.</summary>
    Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken);

    /// <summary>Frames one chapter from its reviewed sections.</summary>
    Task<ChapterFrame> FrameAsync(FrameRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the front matter from the chapters' summaries.</summary>
    Task<FrontMatter> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken);
}

/// <summary>An artifact to be established.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Artifact">Which artifact.</param>
/// <param name="Needed">The artifacts that it needs.</param>
/// <param name="Passages">Passages that retrieval found for it, most relevant first; may be shared with sections, so only terms and short claims come from them.</param>
public sealed record EstablishRequest(ThesisSpec Spec, Outline Outline, OutlineArtifact Artifact, IReadOnlyList<Artifact> Needed, IReadOnlyList<Passage> Passages);

/// <summary>A section to be drafted.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Section">Which section.</param>
/// <param name="Needed">The artifacts that it needs.</param>
/// <param name="Allotment">The passages that it may borrow from.</param>
public sealed record DraftRequest(ThesisSpec Spec, Outline Outline, OutlineSection Section, IReadOnlyList<Artifact> Needed, SectionAllotment Allotment);

/// <summary>A drafted section and the artifacts that it gives.</summary>
/// <param name="Draft">Its text.</param>
/// <param name="Artifacts">One for each name in the section's <c>gives</c>.</param>
public sealed record SectionWork(SectionDraft Draft, IReadOnlyList<Artifact> Artifacts);

/// <summary>A chapter to be framed.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Chapter">Which chapter.</param>
/// <param name="Sections">Its reviewed sections in order.</param>
public sealed record FrameRequest(ThesisSpec Spec, Outline Outline, OutlineChapter Chapter, IReadOnlyList<SectionReview> Sections);

/// <summary>The front matter to be written.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="Chapters">All chapters' frames in order.</param>
/// <param name="SourceCount">Sources that the user gave.</param>
public sealed record FrontMatterRequest(ThesisSpec Spec, Outline Outline, IReadOnlyList<ChapterFrame> Chapters, int SourceCount);
