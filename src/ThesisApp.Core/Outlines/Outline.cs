namespace ThesisApp.Core.Outlines;

/// <summary>The thesis as planned: numbered chapters and sections with budgets and artifacts.</summary>
/// <param name="Chapters">Chapters in order.</param>
/// <param name="Artifacts">Artifacts that no section gives: small tasks establish them before drafting.</param>
public sealed record Outline(IReadOnlyList<OutlineChapter> Chapters, IReadOnlyList<OutlineArtifact> Artifacts)
{
    /// <summary>All sections in reading order.</summary>
    public IEnumerable<OutlineSection> Sections => Chapters.SelectMany(chapter => chapter.Sections);
}
