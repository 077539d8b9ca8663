namespace ThesisApp.Core.Documents;

/// <summary>A piece of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What is shown; plain text, to be encoded by each exporter.</param>
/// <param name="Target">Citation: the key. Cross-reference: the section's or chapter's id. Link: the address. Else null.</param>
public sealed record Inline(InlineKind Kind, string Text, string? Target = null);
