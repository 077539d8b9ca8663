namespace ThesisApp.Writing.Chat.Researching;

/// <summary>What a model would look up.</summary>
/// <param name="Queries">Queries, the most important first.</param>
internal sealed record ResearchAnswer(IReadOnlyList<string> Queries);
