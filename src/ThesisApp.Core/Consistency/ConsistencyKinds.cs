namespace ThesisApp.Core.Consistency;

/// <summary>What a reading of the whole looks for.</summary>
public static class ConsistencyKinds
{
    /// <summary>One thing goes by several names, or one name by several spellings.</summary>
    public const string Term = "term";

    /// <summary>An abbreviation stands for several things, or is explained several times.</summary>
    public const string Abbreviation = "abbreviation";

    /// <summary>Symbols, units or forms of numbers differ.</summary>
    public const string Notation = "notation";

    /// <summary>Numbers for the same thing contradict each other.</summary>
    public const string Number = "number";

    /// <summary>A question is asked and not answered.</summary>
    public const string Question = "question";

    /// <summary>Two sections say the same.</summary>
    public const string Repetition = "repetition";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Term, Abbreviation, Notation, Number, Question, Repetition];
}
