namespace ThesisApp.Writing.Chat.Outlining;

/// <summary>A section as a model gives it.</summary>
/// <param name="Id">Lower-case letters, digits and hyphens; unique within the chapter.</param>
/// <param name="Title">Its heading, without a number.</param>
/// <param name="Role">What kind of text it is.</param>
/// <param name="Brief">What it must say.</param>
/// <param name="Words">Its length; the whole is brought to the words of the thesis.</param>
/// <param name="Needs">Artifacts that must be there before it is written.</param>
/// <param name="Gives">Artifacts that it gives.</param>
/// <param name="Question">Number of the research question that it answers; 0 for none.</param>
internal sealed record OutlineAnswerSection(string Id, string Title, string Role, string Brief, int Words, IReadOnlyList<string> Needs, IReadOnlyList<string> Gives, int Question);
