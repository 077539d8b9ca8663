namespace ThesisApp.Core.Consistency;

/// <summary>What a reading of the whole has found.</summary>
/// <param name="Findings">What does not agree, each with places that were found in the text.</param>
/// <param name="Mends">Spellings that are to be made alike.</param>
/// <param name="Note">What the reader of the report must know of the reading itself; null if nothing.</param>
public sealed record ConsistencyReport(IReadOnlyList<ConsistencyFinding> Findings, IReadOnlyList<TermMend> Mends, string? Note);
