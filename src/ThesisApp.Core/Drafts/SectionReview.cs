using System.Text.Json.Serialization;

namespace ThesisApp.Core.Drafts;

/// <summary>A section after the gate: the text that may be used, and what was found.</summary>
/// <param name="Draft">The draft, without what did not pass.</param>
/// <param name="Findings">What was found, for the report; a removed sentence is always named here.</param>
public sealed record SectionReview(SectionDraft Draft, IReadOnlyList<string> Findings)
{
    /// <summary>How many times the text was written anew and taken; 0 where the draft stands as it was written.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Revisions { get; init; }
}
