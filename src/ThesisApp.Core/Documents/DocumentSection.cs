namespace ThesisApp.Core.Documents;

/// <summary>A section of the document.</summary>
/// <param name="Id">The outline's section, <c>chapter/section</c>.</param>
/// <param name="Number">Such as <c>2.3</c>.</param>
/// <param name="Title">Heading, without its number.</param>
/// <param name="Blocks">Its text.</param>
public sealed record DocumentSection(string Id, string Number, string Title, IReadOnlyList<Block> Blocks);
