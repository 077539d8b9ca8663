namespace ThesisApp.Core.Drafts;

/// <summary>A sentence that leads from the section before into this one: written when both are there.</summary>
/// <param name="SectionId">The section that it opens.</param>
/// <param name="Text">The sentence.</param>
public sealed record SectionTransition(string SectionId, string Text);
