namespace ThesisApp.Core.Revisions;

/// <summary>What became of a comment.</summary>
/// <param name="Id">The comment's number.</param>
/// <param name="IsAddressed">True if the section was written anew with it. Whether the text now does what it asks for is for its author to judge.</param>
/// <param name="Note">What happened, for the report.</param>
public sealed record CommentOutcome(int Id, bool IsAddressed, string Note);
