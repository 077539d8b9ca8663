using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Drafts;

/// <summary>What was looked up for a section beside the passages that it was allotted.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Queries">What was asked.</param>
/// <param name="Passages">What was found, best first; a passage may be found for several sections.</param>
public sealed record SectionResearch(string SectionId, IReadOnlyList<string> Queries, IReadOnlyList<Passage> Passages);
