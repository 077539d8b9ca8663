namespace ThesisApp.Core.Drafts;

/// <summary>What a chapter says about itself.</summary>
/// <param name="ChapterId">The outline's chapter.</param>
/// <param name="Opening">Paragraphs before its first section.</param>
/// <param name="Summary">Its claims in short, for the abstract and the report.</param>
public sealed record ChapterFrame(string ChapterId, IReadOnlyList<Paragraph> Opening, IReadOnlyList<Claim> Summary)
{
    /// <summary>What its sections are about, in words that fit into a sentence, the main ones first.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Sentences that lead from section to section; null where nothing has made any.</summary>
    public IReadOnlyList<SectionTransition>? Transitions { get; init; }

    /// <summary>Sentences that repeat an earlier section; null where nothing has looked for them.</summary>
    public IReadOnlyList<RepeatedSentence>? Repeated { get; init; }

    /// <summary>Its key phrases, most telling first.</summary>
    public IReadOnlyList<string> Terms { get; init; } = [];
}
