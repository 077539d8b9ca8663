namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>What a model finds in the whole.</summary>
/// <param name="Findings">Its findings.</param>
internal sealed record ConsistencyAnswer(IReadOnlyList<ConsistencyItem> Findings);
