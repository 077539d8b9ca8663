namespace ThesisApp.Core.Drafts;

/// <summary>What stands before the first chapter.</summary>
/// <param name="Abstract">The abstract.</param>
/// <param name="Keywords">Keywords, most important first.</param>
/// <param name="Statement">How the text was made, for the reader's judgement.</param>
public sealed record FrontMatter(IReadOnlyList<Paragraph> Abstract, IReadOnlyList<string> Keywords, string Statement);
