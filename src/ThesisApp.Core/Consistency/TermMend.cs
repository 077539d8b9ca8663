namespace ThesisApp.Core.Consistency;

/// <summary>A spelling that is made like another.</summary>
/// <param name="Variant">The spelling that goes.</param>
/// <param name="Preferred">The one that stays.</param>
/// <param name="Sections">The sections whose text may be changed: none that a person has written or locked.</param>
public sealed record TermMend(string Variant, string Preferred, IReadOnlyList<string> Sections);
