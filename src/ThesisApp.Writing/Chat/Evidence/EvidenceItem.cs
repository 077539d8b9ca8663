using ThesisApp.Core.Drafts;

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
    /// <summary>The statement that it is, or null if it is a passage.</summary>
    public Claim? Claim { get; init; }

    /// <summary>True if a sentence that cites it may take numbers from it: a statement rests on all that it cites, not on each.</summary>
    public bool VouchesFor(Sentence sentence) =>
        Claim is null || Claim.Citations.All(own => sentence.Citations.Any(citation => citation.Key == own.Key && citation.PassageId == own.PassageId));

    /// <summary>How the model cites it, after Pandoc's manual.</summary>
    public string Cite { get; init; } = $"[@{Key}, {Locator}]";
}
