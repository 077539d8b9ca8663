namespace ThesisApp.ModelSimulator.Wire;

/// <summary>An answer, whatever its wire form.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Text">The text.</param>
/// <param name="InputTokens">Tokens of the prompt.</param>
internal sealed record SimulatedAnswer(string Model, string Text, int InputTokens)
{
    /// <summary>Tokens of the text.</summary>
    public int OutputTokens => CountTokens(Text);

    /// <summary>Tokens of a text, by the rule of thumb of four letters each.</summary>
    public static int CountTokens(string text) => (text.Length + 3) / 4;
}
