using ThesisApp.Core.Drafts;

namespace ThesisApp.Core.Revisions;

/// <summary>What users have done to a section: agents read it, and write nothing in its place.</summary>
public sealed record UserSection
{
    /// <summary>The outline's section.</summary>
    public required string SectionId { get; init; }

    /// <summary>How many changes there were.</summary>
    public int Changes { get; init; }

    /// <summary>The section's text in the user's own words (Markdown), or null where agents write it.</summary>
    public string? Text { get; init; }

    /// <summary>The agents' text that a user has locked, as it was then; null where there is none.</summary>
    public SectionReview? Locked { get; init; }

    /// <summary>What the locked text gives to other sections.</summary>
    public IReadOnlyList<Artifact> LockedArtifacts { get; init; } = [];

    /// <summary>Comments, oldest first.</summary>
    public IReadOnlyList<SectionComment> Comments { get; init; } = [];

    /// <summary>True if no agent may write it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHeld => Text is not null || Locked is not null;
}
