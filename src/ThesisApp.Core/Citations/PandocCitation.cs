namespace ThesisApp.Core.Citations;

/// <summary>One work cited in Pandoc's form.</summary>
/// <param name="Key">The work's key.</param>
/// <param name="Locator">The place as written (<c>p. 12</c>), or null.</param>
/// <param name="Prefix">What stands before the key (<c>see</c>), or empty.</param>
/// <param name="Position">Where its group starts in the text.</param>
/// <param name="Length">How long its group is; several works of one group share both.</param>
/// <param name="IsNarrative">True if the work is part of the sentence: <c>@key</c> outside brackets.</param>
public sealed record PandocCitation(string Key, string? Locator, string Prefix, int Position, int Length, bool IsNarrative);
