namespace ThesisApp.Core.Specification;

/// <summary>A chapter as the user asks for it.</summary>
/// <param name="Id">Identifier: lower-case letters, digits and hyphens.</param>
/// <param name="Title">Heading, without a number.</param>
/// <param name="Sections">Its sections, in order.</param>
public sealed record ChapterSpec(string Id, string Title, IReadOnlyList<SectionSpec> Sections);
