using System.Security.Cryptography;
using System.Text.Json;

namespace ThesisApp.Core.Drafts;

/// <summary>What a reviewer wants changed in a draft. What does not hold against the passages is no part of it: that is found without a model, again and again.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Wishes">What is to be changed and why, a line each; none where the text may stay.</param>
public sealed record SectionVerdict(string SectionId, IReadOnlyList<string> Wishes)
{
    /// <summary>Which draft was judged, as a hash of it.</summary>
    public string DraftHash { get; init; } = string.Empty;

    /// <summary>The same verdict on a draft.</summary>
    public SectionVerdict On(SectionDraft draft) => this with { DraftHash = HashOf(draft) };

    /// <summary>True if it is a verdict on this draft. One on another counts for nothing.</summary>
    public bool IsOn(SectionDraft draft) => DraftHash == HashOf(draft);

    private static string HashOf(SectionDraft draft) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, CoreJson.Default.SectionDraft)));
}
