namespace ThesisApp.Core.Drafts;

/// <summary>A stretch of a text that a person wrote, to be set as it stands.</summary>
/// <param name="Text">The stretch, white space included; where a citation stood there is its number between <see cref="Open"/> and <see cref="Close"/>.</param>
/// <param name="Groups">The citations of each place, those that lead nowhere left out.</param>
public sealed record Verbatim(string Text, IReadOnlyList<IReadOnlyList<Citation>> Groups)
{
    /// <summary>Begins the number of a citation; of the private use area, so that no text has it.</summary>
    public const char Open = '\uE000';

    /// <summary>Ends it.</summary>
    public const char Close = '\uE001';
}
