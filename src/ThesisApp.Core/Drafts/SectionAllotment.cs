using ThesisApp.Core.Sources;

namespace ThesisApp.Core.Drafts;

/// <summary>The passages that one section, and no other, may borrow from: ownership is what keeps parallel sections from repeating each other.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Passages">Its passages, most relevant first.</param>
public sealed record SectionAllotment(string SectionId, IReadOnlyList<Passage> Passages)
{
    /// <summary>Words that begin a sentence of these passages and are no names: elsewhere in the sources they stand small.</summary>
    public IReadOnlyList<string> CommonWords { get; init; } = [];

    /// <summary>Which works the other sections were given, where the section says how far these reach; else null.</summary>
    public EvidenceMap? Evidence { get; init; }
}
