namespace ThesisApp.Writing.Chat.Evidence;

/// <summary>What a text may cite: a passage, or a statement that another section's review has confirmed.</summary>
/// <param name="Key">The work.</param>
/// <param name="Locator">How the place is named to the model: <c>p. 12</c>, or <c>para. 3</c> where the source has no pages.</param>
/// <param name="PassageId">The passage.</param>
/// <param name="Page">Its page, or null.</param>
/// <param name="Heading">The heading that it stands under, or null.</param>
/// <param name="Text">What it says.</param>
internal sealed record EvidenceItem(string Key, string Locator, string PassageId, int? Page, string? Heading, string Text)
{
    /// <summary>How the model cites it, after Pandoc's manual.</summary>
    public string Cite => $"[@{Key}, {Locator}]";
}
