namespace ThesisApp.Core.Drafts;

/// <summary>What a reviewer wants changed in a draft. What does not hold against the passages is no part of it: that is found without a model, again and again.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Wishes">What is to be changed and why, a line each; none where the text may stay.</param>
public sealed record SectionVerdict(string SectionId, IReadOnlyList<string> Wishes);
