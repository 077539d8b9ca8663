using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing;

/// <summary>A text and who made it: a writer with models may have had to leave it to the offline writer.</summary>
/// <param name="Text">The text.</param>
/// <param name="By">Who made it, for the report.</param>
public sealed record Made<T>(T Text, Maker By);
