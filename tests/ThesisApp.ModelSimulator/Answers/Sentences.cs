using System.Text.RegularExpressions;

namespace ThesisApp.ModelSimulator.Answers;

/// <summary>Takes passages apart.</summary>
internal static partial class Sentences
{
    /// <summary>A passage's sentences; at least one.</summary>
    public static IReadOnlyList<string> Of(string passage) => Boundary().Split(passage.ReplaceLineEndings(" ")) is { Length: > 0 } sentences ? sentences : [passage];

    /// <summary>Words of a text.</summary>
    public static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Its words of seven letters and more.</summary>
    public static IEnumerable<string> LongWords(string text) => LongWord().Matches(text).Select(match => match.Value);

    /// <summary>Words that stand with a capital within a sentence.</summary>
    public static IEnumerable<string> Names(string text) => Name().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"(?<=[a-z,;] )[A-Z][A-Za-z]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<=[a-z)][.!?])\s+(?=[A-Z])")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\b[A-Za-z]{7,}\b")]
    private static partial Regex LongWord();
}
