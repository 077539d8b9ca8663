namespace ThesisApp.Contracts.Sections;

/// <summary>A section as a user may change it.</summary>
/// <param name="Id"><c>chapter/section</c>.</param>
/// <param name="Number">Such as <c>2.3</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="State">Who has written it.</param>
/// <param name="Revision">Names the text as it is now; a change says which one it is based on.</param>
/// <param name="Comments">Comments on it, oldest first.</param>
public sealed record SectionInfo(string Id, string Number, string Title, SectionState State, string Revision, IReadOnlyList<SectionCommentInfo> Comments);
