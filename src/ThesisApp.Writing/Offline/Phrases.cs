namespace ThesisApp.Writing.Offline;

/// <summary>Small pieces of running text.</summary>
internal static class Phrases
{
    /// <summary>The text with its first letter in upper case; a placeholder stays as it is.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A question with its mark.</summary>
    public static string Question(string question) => question.TrimEnd() is [.., '?' or '.'] asked ? asked : question.TrimEnd() + "?";
}
