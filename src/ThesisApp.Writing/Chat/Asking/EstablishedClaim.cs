namespace ThesisApp.Writing.Chat.Asking;

/// <summary>A statement as a model gives it.</summary>
/// <param name="Text">A sentence.</param>
/// <param name="Cite">The citation of the passage that it rests on.</param>
internal sealed record EstablishedClaim(string Text, string Cite);
