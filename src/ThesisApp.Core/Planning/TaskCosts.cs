namespace ThesisApp.Core.Planning;

/// <summary>What tasks are expected to cost, in words that a model writes: the one unit in which paths through the graph can be compared.</summary>
/// <remarks>The figures are those of ordinary endpoints: 0.8 seconds to the first token, 45 tokens a second, 1.35 tokens a word. They decide only what goes first.</remarks>
internal static class TaskCosts
{
    /// <summary>Tokens of a word.</summary>
    public const double TokensOfWord = 1.35;

    /// <summary>Words that an ordinary endpoint writes in a second.</summary>
    public const double WordsPerSecond = 45 / TokensOfWord;

    /// <summary>A task that asks no model.</summary>
    public const double NoModel = 5;

    /// <summary>An outline of some 30 sections, each with its brief.</summary>
    public const double Outline = Call + 1_000;

    /// <summary>What a reading of the whole finds, some 270 tokens.</summary>
    public const double Consistency = Call + 200;

    /// <summary>An artifact of some 225 tokens.</summary>
    public const double Establish = Call + 170;

    /// <summary>Saying what to look up: some queries.</summary>
    public const double Research = Call + 60;

    /// <summary>A chapter's frame of some 200 tokens.</summary>
    public const double Frame = Call + 150;

    /// <summary>A review that gives a verdict and leaves the revising to a task of its own.</summary>
    public const double Judge = Call + Verdict;

    /// <summary>An abstract of 300 words.</summary>
    public const double FrontMatter = Call + 300;

    // The wait for a call's first token, in words that would be written meanwhile.
    private const double Call = 27;

    // A verdict of some 325 tokens; and a quarter of the sections have a third of their text written anew.
    private const double Verdict = 240;
    private const double Revised = 0.25 / 3;

    // Where the passages are checked as well, and every reason is worth a new text.
    private const double RevisedSections = 0.6;

    /// <summary>A draft: the section's words in one go.</summary>
    public static double Draft(int words) => Call + words;

    /// <summary>A revision of its own: the section once more, as far as that can be expected.</summary>
    public static double Revise(int words) => RevisedSections * (Call + words);

    /// <summary>A review: a verdict, and what must be written anew as far as that can be expected.</summary>
    public static double Review(int words) => Call + Verdict + (Revised * words);
}
