namespace ThesisApp.Core.Checks.Theses;

/// <summary>What stands under one heading, without what stands under the headings below it.</summary>
/// <param name="Level">Level of the heading, from 1.</param>
/// <param name="Number">The number in the heading, such as <c>2.3</c>, or null.</param>
/// <param name="Title">The heading without its number.</param>
/// <param name="Role">One of <see cref="Outlines.SectionRoles"/> or <see cref="PartRoles"/>.</param>
/// <param name="Line">The heading's line, or null.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record CheckedSection(int Level, string? Number, string Title, string Role, int? Line, IReadOnlyList<CheckedParagraph> Paragraphs)
{
    /// <summary>How findings name it.</summary>
    public string Name => Number is null ? Title : $"{Number} {Title}";

    /// <summary>Its words, captions and headings aside.</summary>
    public int Words => Paragraphs.Where(paragraph => paragraph.Form != ParagraphForm.Caption).Sum(paragraph => paragraph.Words);

    /// <summary>Its citations.</summary>
    public IEnumerable<CheckedCitation> Citations => Paragraphs.SelectMany(paragraph => paragraph.Citations);

    /// <summary>True for the text proper, false for the abstract, the contents, the list of references and what stands behind it.</summary>
    public bool IsBody => !PartRoles.Apart.Contains(Role, StringComparer.Ordinal);
}
