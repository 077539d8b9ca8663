namespace ThesisApp.Writing.Chat.Outlining;

/// <summary>A chapter as a model gives it.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens.</param>
/// <param name="Title">Its heading, without a number.</param>
/// <param name="Sections">Its sections, in order.</param>
internal sealed record OutlineAnswerChapter(string Id, string Title, IReadOnlyList<OutlineAnswerSection> Sections);
