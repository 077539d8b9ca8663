namespace ThesisApp.Writing.Chat.Outlining;

/// <summary>An outline as a model gives it.</summary>
/// <param name="Chapters">Its chapters, in order.</param>
internal sealed record OutlineAnswer(IReadOnlyList<OutlineAnswerChapter> Chapters);
