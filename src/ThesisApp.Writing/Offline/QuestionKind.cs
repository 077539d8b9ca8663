using System.Collections.Frozen;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>What a question or a section asks for, and how much a statement looks like an answer to it: by cue words, as question answering by surface patterns does (Ravichandran and Hovy, ACL 2002), in its simplest form.</summary>
internal sealed class QuestionKind
{
    /// <summary>Asks for what lay behind something.</summary>
    public const string Cause = "cause";

    /// <summary>Asks for what followed from something.</summary>
    public const string Effect = "effect";

    /// <summary>Asks how something became what it is.</summary>
    public const string Change = "change";

    /// <summary>Asks for anything else.</summary>
    public const string Other = "other";

    private const string Definition = "definition";
    private const string Origin = "origin";

    // Two cues make a statement one that answers.
    private const double Enough = 2;

    // The first that fits is taken: a question for causes goes before one for effects, and that before one for change.
    private static readonly string[] OfQuestions = [Cause, Effect, Change];
    private static readonly string[] OfSections = [Definition, "gap", "evidence", "principle", "outlook", "advice", Origin];

    private readonly FrozenSet<string> _cues;

    private QuestionKind(string name, FrozenSet<string> cues) => (Name, _cues) = (name, cues);

    /// <summary>The kind's name.</summary>
    public string Name { get; }

    /// <summary>The kind of a research question.</summary>
    public static QuestionKind Of(string? question, Phrasebook book) => Find(question ?? string.Empty, OfQuestions, book);

    /// <summary>What a section asks for: its research question, else what its title says.</summary>
    public static QuestionKind Of(ThesisSpec spec, OutlineSection section, Phrasebook book) => section switch
    {
        { ResearchQuestion: { } index } => Of(spec.ResearchQuestions[index], book),
        { Role: SectionRoles.Case } => new QuestionKind(Origin, book.Words($"cue.{Origin}")),
        _ => Find(section.Title, OfSections, book),
    };

    /// <summary>From 0 to 1; always 0 for a question of no kind.</summary>
    public double CuesIn(string statement)
    {
        if (Name == Definition)
        {
            return DefinitionPattern.IsDefinition(statement) ? 1 : 0;
        }

        if (_cues.Count == 0)
        {
            return 0;
        }

        int cues = Text.Words.Of(statement).Count(word => _cues.Contains(word) || (Name is Change or Origin && IsYear(word)));
        return Math.Min(1, cues / Enough);
    }

    private static QuestionKind Find(string text, string[] kinds, Phrasebook book)
    {
        string[] words = [.. Text.Words.Of(text)];
        string? kind = Array.Find(kinds, kind => words.Any(book.Words($"ask.{kind}").Contains));
        return kind is null ? new QuestionKind(Other, []) : new QuestionKind(kind, book.Words($"cue.{kind}"));
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';
}
