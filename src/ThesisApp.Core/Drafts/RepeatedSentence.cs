namespace ThesisApp.Core.Drafts;

/// <summary>A sentence that says again what an earlier section of its chapter says.</summary>
/// <param name="SectionId">The section that repeats.</param>
/// <param name="Text">The sentence, as it stands there.</param>
/// <param name="EarlierId">The section that says it first.</param>
public sealed record RepeatedSentence(string SectionId, string Text, string EarlierId);
