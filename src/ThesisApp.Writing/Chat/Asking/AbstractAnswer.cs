namespace ThesisApp.Writing.Chat.Asking;

/// <summary>An abstract as a model gives it.</summary>
/// <param name="Paragraphs">Its paragraphs, with citations.</param>
/// <param name="Keywords">Its keywords.</param>
internal sealed record AbstractAnswer(IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Keywords);
