namespace ThesisApp.Contracts.Reports;

/// <summary>How a section came to be.</summary>
/// <param name="Section"><c>chapter/section</c>.</param>
/// <param name="Number">Such as <c>2.3</c>.</param>
/// <param name="Title">Its heading.</param>
/// <param name="WrittenBy"><c>agents</c>, <c>agents, locked by a person</c>, or <c>a person</c>.</param>
/// <param name="Drafter">What drafted it; null where a person wrote it, or nothing is there yet.</param>
/// <param name="Reviewer">What reviewed it; null where a person wrote it.</param>
/// <param name="Findings">What the review found.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
public sealed record ReportProvenance(
    string Section,
    string Number,
    string Title,
    string WrittenBy,
    ReportMaker? Drafter,
    ReportMaker? Reviewer,
    IReadOnlyList<string> Findings,
    IReadOnlyList<ReportParagraph> Paragraphs)
{
    /// <summary>What revised it; null where it stands as it was drafted, or a person wrote it.</summary>
    public ReportMaker? Reviser { get; init; }

    /// <summary>How many times it was written anew for what its review and the check of its passages had found.</summary>
    public int Revisions { get; init; }

    /// <summary>What a model looked up for it, beside the passages that it was allotted.</summary>
    public IReadOnlyList<string> Queries { get; init; } = [];
}
