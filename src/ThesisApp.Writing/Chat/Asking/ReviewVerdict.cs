namespace ThesisApp.Writing.Chat.Asking;

/// <summary>What a model thinks of a draft.</summary>
/// <param name="Verdict"><c>accept</c> or <c>revise</c>.</param>
/// <param name="Reasons">What must change.</param>
internal sealed record ReviewVerdict(string Verdict, IReadOnlyList<string> Reasons);
