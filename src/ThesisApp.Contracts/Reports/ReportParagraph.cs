namespace ThesisApp.Contracts.Reports;

/// <summary>What a paragraph rests on.</summary>
/// <param name="Number">Its place in the section, from 1.</param>
/// <param name="Begins">Its first words.</param>
/// <param name="Passages">The passages that it cites.</param>
public sealed record ReportParagraph(int Number, string Begins, IReadOnlyList<ReportPassage> Passages);
