namespace ThesisApp.Writing.Chat.Asking;

/// <summary>A repetition as a model gives it.</summary>
/// <param name="Section">Number of the section that repeats.</param>
/// <param name="Quotation">Its sentence, literally.</param>
/// <param name="Earlier">Number of the section that says it first.</param>
internal sealed record FrameRepetition(string Section, string Quotation, string Earlier);
