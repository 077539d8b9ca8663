namespace ThesisApp.Client;

/// <summary>A text that users may change, and the revision that it has or is based on.</summary>
/// <param name="Text">The text.</param>
/// <param name="Revision">Its revision; a change that names another one than the current is refused.</param>
public sealed record RevisedText(string Text, string Revision);
