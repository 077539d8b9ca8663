namespace ThesisApp.Writing.Chat.Asking;

/// <summary>What a model makes of a chapter's sections.</summary>
/// <param name="Opening">The chapter's first paragraph.</param>
/// <param name="Transitions">Sentences that lead from each section into the next.</param>
/// <param name="Repetitions">Sentences that say again what an earlier section says.</param>
internal sealed record FrameAnswer(string Opening, IReadOnlyList<FrameTransition> Transitions, IReadOnlyList<FrameRepetition> Repetitions);
