namespace ThesisApp.Core.Drafts;

/// <summary>What a chapter says about itself.</summary>
/// <param name="ChapterId">The outline's chapter.</param>
/// <param name="Opening">Paragraphs before its first section.</param>
/// <param name="Summary">Its claims in short, for the abstract and the report.</param>
public sealed record ChapterFrame(string ChapterId, IReadOnlyList<Paragraph> Opening, IReadOnlyList<Claim> Summary)
{
    /// <summary>What its sections are about, in words that fit into a sentence, the main ones first.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Its key phrases, most telling first.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
}
