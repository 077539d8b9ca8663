namespace ThesisApp.Contracts.Sections;

/// <summary>A comment on a section.</summary>
/// <param name="Section"><c>chapter/section</c>.</param>
/// <param name="Id">Its number within the section.</param>
/// <param name="Text">The user's words.</param>
/// <param name="At">When it was made.</param>
/// <param name="IsOpen">False once the section was written anew with it.</param>
/// <param name="Note">What became of it, or why it is open.</param>
public sealed record SectionCommentInfo(string Section, int Id, string Text, DateTimeOffset At, bool IsOpen, string Note);
