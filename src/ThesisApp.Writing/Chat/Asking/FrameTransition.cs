namespace ThesisApp.Writing.Chat.Asking;

/// <summary>A transition as a model gives it.</summary>
/// <param name="Section">Number of the section that it opens.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record FrameTransition(string Section, string Sentence);
