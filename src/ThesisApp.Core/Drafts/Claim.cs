namespace ThesisApp.Core.Drafts;

/// <summary>One statement that others may build on.</summary>
/// <param name="Text">The statement, a sentence.</param>
/// <param name="Citations">What it rests on.</param>
/// <param name="SectionId">The section that makes it, or null where a task established it.</param>
public sealed record Claim(string Text, IReadOnlyList<Citation> Citations, string? SectionId)
{
    /// <summary>The statement as it stands behind words that lead into it (<c>the lock ...</c> for <c>The lock ...</c>); null where that is not known.</summary>
    public string? BehindLead { get; init; }
}
