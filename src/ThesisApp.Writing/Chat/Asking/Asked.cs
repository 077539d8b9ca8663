namespace ThesisApp.Writing.Chat.Asking;

/// <summary>What became of a question whose answer can be done without.</summary>
/// <param name="Answer">The answer, or null.</param>
/// <param name="Reason">Why there is none, as half a sentence for the report: no key, no address.</param>
internal readonly record struct Asked<T>(T? Answer, string? Reason)
    where T : class;
