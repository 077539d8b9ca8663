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

    /// <summary>Asks for what is open, or out of reach.</summary>
    public const string Gap = "gap";

    /// <summary>Asks what things are.</summary>
    public const string Definition = "definition";

    /// <summary>Asks where something came from.</summary>
    public const string Origin = "origin";

    // Two cues make a statement one that answers.
    private const double Enough = 2;

    private const int OfName = 2;

    // The first that fits is taken: a question for causes goes before one for effects, and that before one for change.
    private static readonly string[] OfQuestions = [Cause, Effect, Change];
    // Open problems are what is open.
    private static readonly string[] OfSections = [Definition, Gap, "problem", "evidence", "principle", "outlook", "advice", "meaning", "pattern", Origin];

    private readonly FrozenSet<string> _cues;
    private readonly FrozenSet<string> _asks;
    private readonly FrozenSet<string> _reasons;

    private QuestionKind(string name, Phrasebook? book) =>
        (Name, _cues, _asks, _reasons) = (name, book?.Words($"cue.{name}") ?? [], book?.Words($"ask.{name}") ?? [], book?.Words("ask.why") ?? []);

    /// <summary>The kind's name.</summary>
    public string Name { get; }

    /// <summary>The kind of a research question.</summary>
    public static QuestionKind Of(string? question, Phrasebook book) => Find(question ?? string.Empty, OfQuestions, book);

    /// <summary>What a section asks for: its research question, else what its title says.</summary>
    public static QuestionKind Of(ThesisSpec spec, OutlineSection section, Phrasebook book) => section switch
    {
        { ResearchQuestion: { } index } => Of(spec.ResearchQuestions[index], book),
        { Role: SectionRoles.Case } => new QuestionKind(Origin, book),
        _ => Find(section.Title, OfSections, book),
    };

    /// <summary>True for a word that says what a section is for (<c>Background</c>, <c>Gap</c>) and not what it is about.</summary>
    public static bool IsPurpose(string word, Phrasebook book) => Array.Exists(OfSections, kind => book.Words($"ask.{kind}").Contains(word));

    /// <summary>True for a heading that has a word of what is asked for: under <c>Advice for choosing</c> stands advice.</summary>
    public bool IsNamedIn(string? heading)
    {
        return IsReason(heading) || Text.Words.Of(heading ?? string.Empty).Any(word => !Text.StopWords.Contains(word) && (_cues.Contains(word) || _asks.Contains(word)));
    }

    /// <summary>True for a heading that has a word by which such questions are asked, or gives the reason that is asked for.</summary>
    public bool IsAskedIn(string? heading)
    {
        // What a heading speaks of it names first: 'Limits of a format', but not 'Branches and their history'.
        return IsReason(heading) || Text.Words.Of(heading ?? string.Empty).Take(OfName).Any(_asks.Contains);
    }

    /// <summary>True for a heading that gives a reason (<c>Why Git was written</c>), where one is asked for.</summary>
    public bool IsReason(string? heading) => Name is Origin or Cause && Text.Words.Of(heading ?? string.Empty).FirstOrDefault() is { } first && _reasons.Contains(first);

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

        // What ends on a word of need tells when and not why: 'computed whenever it was needed'.
        // And so does one before a number: 'since 2005'.
        string[] words = [.. Text.Words.Of(statement)];
        int cues = Name == Cause
            ? Enumerable.Range(0, Math.Max(0, words.Length - 1)).Count(i => _cues.Contains(words[i]) && !char.IsDigit(words[i + 1][0]))
            : words.Count(word => _cues.Contains(word) || (Name is Change or Origin && IsYear(word)));
        return Math.Min(1, cues / Enough);
    }

    private static QuestionKind Find(string text, string[] kinds, Phrasebook book)
    {
        string[] words = [.. Text.Words.Of(text)];
        string? kind = Array.Find(kinds, kind => words.Any(book.Words($"ask.{kind}").Contains));
        return new QuestionKind(kind ?? Other, kind is null ? null : book);
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';
}
