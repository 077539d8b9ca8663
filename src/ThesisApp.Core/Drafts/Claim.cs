namespace ThesisApp.Core.Drafts;

/// <summary>One statement that others may build on.</summary>
/// <param name="Text">The statement, a sentence.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="SectionId">The section that makes it, or null where a task established it.</param>
public sealed record Claim(string Text, IReadOnlyList<Citation> Citations, string? SectionId);
