using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>A section's text as it is read for consistency: words alone, without citations and marks.</summary>
/// <param name="Id">The section.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text.</param>
internal sealed record SectionText(string Id, string Number, string Title, string Text)
{
    /// <summary>The texts of all sections that have one.</summary>
    public static IReadOnlyList<SectionText> Of(Outline outline, IReadOnlyList<SectionReview> reviews)
    {
        Dictionary<string, SectionDraft> drafts = reviews.ToDictionary(review => review.Draft.SectionId, review => review.Draft, StringComparer.Ordinal);
        return
        [
            .. outline.Sections.Where(section => drafts.ContainsKey(section.Id)).Select(section => new SectionText(section.Id, section.Number, section.Title, Of(drafts[section.Id])))
                .Where(section => section.Text.Length > 0),
        ];
    }

    private static string Of(SectionDraft draft) =>
        string.Join(' ', draft.Paragraphs.Where(paragraph => !paragraph.IsFloat).SelectMany(paragraph => paragraph.Sentences).Select(sentence => sentence.Text));
}
