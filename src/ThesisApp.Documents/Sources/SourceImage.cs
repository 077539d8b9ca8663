namespace ThesisApp.Documents.Sources;

/// <summary>An image as a source names it, not yet looked at.</summary>
/// <param name="Address">Where it is, as the source writes it.</param>
/// <param name="Alt">What stands in its place where it cannot be seen; may be empty.</param>
internal sealed record SourceImage(string Address, string Alt);
