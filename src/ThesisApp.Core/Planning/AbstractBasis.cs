using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Planning;

/// <summary>What the abstract is written from. It is told what it has to tell, and waits for nothing else: what was read and done, what was found, what is concluded.</summary>
/// <param name="Chapters">Chapters of which it reads the frame: those that review, frame and explain.</param>
/// <param name="Sections">Sections of which it reads the text as reviewed: results and conclusions, in the outline's order.</param>
public sealed record AbstractBasis(IReadOnlyList<OutlineChapter> Chapters, IReadOnlyList<OutlineSection> Sections)
{
    /// <summary>What the abstract of an outline rests on; where the outline has neither results nor conclusions, on all chapters.</summary>
    public static AbstractBasis Of(Outline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        OutlineSection[] sections = [.. outline.Sections.Where(section => section.Role is SectionRoles.Results or SectionRoles.Conclusion)];
        return sections.Length == 0
            ? new AbstractBasis(outline.Chapters, [])
            : new AbstractBasis([.. outline.Chapters.Where(PreparesTheGround)], sections);
    }

    private static bool PreparesTheGround(OutlineChapter chapter) =>
        chapter.Sections.Count > 0 && chapter.Sections[0].Role is SectionRoles.Literature or SectionRoles.Framework or SectionRoles.Methodology;
}
