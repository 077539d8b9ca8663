namespace ThesisApp.Core.Revisions;

/// <summary>What a user wants changed in a section.</summary>
/// <param name="Id">Its number within the section, from 1.</param>
/// <param name="Text">The user's words.</param>
/// <param name="At">When it was made (the orchestrator's clock).</param>
public sealed record SectionComment(int Id, string Text, DateTimeOffset At);
