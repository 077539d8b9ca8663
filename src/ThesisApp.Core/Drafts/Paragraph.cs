namespace ThesisApp.Core.Drafts;

/// <summary>A paragraph or a list of a draft.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Sentences">Its sentences; for lists each is an item.</param>
public sealed record Paragraph(ParagraphKind Kind, IReadOnlyList<Sentence> Sentences);
