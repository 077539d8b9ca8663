namespace ThesisApp.Core.Drafts;

/// <summary>Who or what made a text, for the report: never a key or an address.</summary>
/// <param name="Name">Such as <c>offline writer</c>, or the models' names.</param>
/// <param name="Version">Version of the code.</param>
/// <param name="Prompts">Versions of the prompts that were used; none where no model was asked.</param>
public sealed record Maker(string Name, string Version, IReadOnlyList<string> Prompts)
{
    /// <summary>Why it was this one where another was to do it, as half a sentence; null where it was the one that was asked.</summary>
    public string? Reason { get; init; }
}
