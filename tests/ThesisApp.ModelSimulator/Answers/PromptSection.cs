namespace ThesisApp.ModelSimulator.Answers;

/// <summary>A section that a prompt gives.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its text.</param>
internal sealed record PromptSection(string Number, string Title, string Text);
