namespace ThesisApp.Core.Outlines;

/// <summary>A chapter of the outline.</summary>
/// <param name="Id">Identifier within the thesis.</param>
/// <param name="Number">From 1.</param>
/// <param name="Title">Heading, without its number.</param>
/// <param name="Sections">Its sections in order.</param>
public sealed record OutlineChapter(string Id, int Number, string Title, IReadOnlyList<OutlineSection> Sections);
