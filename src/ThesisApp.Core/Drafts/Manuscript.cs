using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Core.Drafts;

/// <summary>Everything that the document is put together from.</summary>
/// <param name="Spec">The specification.</param>
/// <param name="Outline">The outline.</param>
/// <param name="FrontMatter">Abstract, keywords, statement.</param>
/// <param name="Chapters">Frames, in the outline's order.</param>
/// <param name="Sections">Reviewed sections, in the outline's order.</param>
/// <param name="Bibliography">The works that may be cited.</param>
public sealed record Manuscript(
    ThesisSpec Spec,
    Outline Outline,
    FrontMatter FrontMatter,
    IReadOnlyList<ChapterFrame> Chapters,
    IReadOnlyList<SectionReview> Sections,
    Bibliography Bibliography)
{
    /// <summary>Abbreviations that the sections were told of; null where none were.</summary>
    public IReadOnlyList<SharedAbbreviation>? Abbreviations { get; init; }
}
