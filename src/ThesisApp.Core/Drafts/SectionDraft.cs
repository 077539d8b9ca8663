namespace ThesisApp.Core.Drafts;

/// <summary>A section as written.</summary>
/// <param name="SectionId">The outline's section.</param>
/// <param name="Paragraphs">Its text.</param>
/// <param name="Note">What the reader of the report must know, such as a shortfall of words and its cause; null if nothing.</param>
public sealed record SectionDraft(string SectionId, IReadOnlyList<Paragraph> Paragraphs, string? Note)
{
    /// <summary>What its paragraphs are about, in words that fit into a sentence, in their order.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    /// <summary>Those of its statements by which it is told elsewhere, the weightiest first; empty where its writer names none.</summary>
    public IReadOnlyList<Claim> Telling { get; init; } = [];
}
