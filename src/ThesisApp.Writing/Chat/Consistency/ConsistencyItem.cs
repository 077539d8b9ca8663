namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>A finding as a model gives it.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Message">What does not agree.</param>
/// <param name="Places">Where.</param>
/// <param name="Variant">The spelling that should go; empty where it is no matter of spelling.</param>
/// <param name="Preferred">The one that should stay.</param>
internal sealed record ConsistencyItem(string Kind, string Message, IReadOnlyList<ConsistencyQuotation> Places, string Variant, string Preferred);
