namespace ThesisApp.Core.Templates;

/// <summary>A section of a template.</summary>
/// <param name="Id">Identifier within the chapter.</param>
/// <param name="Title">Heading.</param>
/// <param name="Role">See <see cref="Outlines.SectionRoles"/>.</param>
/// <param name="Brief">What it must say, with placeholders.</param>
/// <param name="Weight">Its share of the words, relative to the others.</param>
/// <param name="PerQuestion">True if it stands once for each research question.</param>
/// <param name="Needs">Artifacts that it needs.</param>
/// <param name="Gives">Artifacts that it gives; numbered where it stands once for each question.</param>
public sealed record TemplateSection(
    string Id, string Title, string Role, string Brief, int Weight, bool PerQuestion, IReadOnlyList<string> Needs, IReadOnlyList<string> Gives);
