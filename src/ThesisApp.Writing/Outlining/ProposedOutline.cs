using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Outlining;

/// <summary>An outline as it was made.</summary>
/// <param name="Outline">The outline.</param>
/// <param name="Notes">What the reader of the report must know of how it came to be; empty where nothing.</param>
public sealed record ProposedOutline(Outline Outline, IReadOnlyList<string> Notes);
