namespace ThesisApp.ModelSimulator.Answers;

/// <summary>A passage that a prompt gives.</summary>
/// <param name="Cite">How it is to be cited, brackets included.</param>
/// <param name="Text">Its text.</param>
internal sealed record PromptPassage(string Cite, string Text);
