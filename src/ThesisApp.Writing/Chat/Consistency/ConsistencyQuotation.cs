namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>A place as a model gives it.</summary>
/// <param name="Section">Number of the section.</param>
/// <param name="Quotation">Its words, literally.</param>
internal sealed record ConsistencyQuotation(string Section, string Quotation);
