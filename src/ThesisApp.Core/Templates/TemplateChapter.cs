namespace ThesisApp.Core.Templates;

/// <summary>A chapter of a template.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Title">Heading.</param>
/// <param name="Sections">Its sections.</param>
public sealed record TemplateChapter(string Id, string Title, IReadOnlyList<TemplateSection> Sections);
