namespace ThesisApp.Core.Consistency;

/// <summary>A place in the text.</summary>
/// <param name="SectionId">The section.</param>
/// <param name="Quotation">Its words, literally.</param>
public sealed record ConsistencyPlace(string SectionId, string Quotation);
