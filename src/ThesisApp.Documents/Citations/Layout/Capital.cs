namespace ThesisApp.Documents.Citations.Layout;

/// <summary>Capitals at the start.</summary>
internal static class Capital
{
    public static string First(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Every word with a capital.</summary>
    public static string Words(string text) => string.Join(' ', text.Split(' ').Select(First));
}
