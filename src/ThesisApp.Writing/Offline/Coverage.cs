using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Says how far the collection of sources reaches: which works speak to which question, and how many stand behind an answer. Nothing of it is an opinion; all is counted from what the sections were given.</summary>
internal static class Coverage
{
    /// <summary>What a section on open points says of it.</summary>
    public const string Gap = "gap";

    /// <summary>What a section on limitations says of it.</summary>
    public const string Limitations = "limitations";

    /// <summary>What a section on patterns says of it.</summary>
    public const string Patterns = "patterns";

    /// <summary>True for a section that says how far the sources reach.</summary>
    public static bool IsToldIn(OutlineSection section) => section switch
    {
        { Role: SectionRoles.Literature } => section.Id.EndsWith($"/{Gap}", StringComparison.Ordinal),
        { Role: SectionRoles.Discussion } => section.Id.EndsWith($"/{Limitations}", StringComparison.Ordinal),
        { Role: SectionRoles.Results } => section.Id.EndsWith($"/{Patterns}", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Counts it from what the sections were given.</summary>
    /// <param name="sections">The sections.</param>
    /// <param name="keysOf">The works of the section at a place in the list.</param>
    public static EvidenceMap Of(IReadOnlyList<OutlineSection> sections, Func<int, IEnumerable<string>> keysOf)
    {
        QuestionEvidence[] questions =
        [
            .. Enumerable.Range(0, sections.Count).Where(i => sections[i].ResearchQuestion is not null)
                .GroupBy(i => sections[i].ResearchQuestion!.Value)
                .OrderBy(group => group.Key)
                .Select(group => new QuestionEvidence(group.Key, InOrder(group.SelectMany(keysOf)))),
        ];
        return new EvidenceMap(questions, InOrder(Enumerable.Range(0, sections.Count).Where(i => sections[i].Role == SectionRoles.Literature).SelectMany(keysOf)));
    }

    /// <summary>The sentences, without what cannot be said where a question has no works.</summary>
    /// <param name="key"><see cref="Gap"/>, <see cref="Limitations"/> or <see cref="Patterns"/>.</param>
    /// <param name="map">What was counted.</param>
    /// <param name="book">The wording.</param>
    public static IEnumerable<string> Say(string key, EvidenceMap map, Phrasebook book)
    {
        QuestionEvidence[] questions = [.. map.Questions.Where(question => question.Keys.Count > 0)];
        return questions.Length == 0 ? [] : key switch
        {
            Gap => OpenPoints(map, questions, book),
            Patterns => Recurring(map, questions, book),
            _ => Limits(questions, book),
        };
    }

    private static IEnumerable<string> OpenPoints(EvidenceMap map, QuestionEvidence[] questions, Phrasebook book)
    {
        string[] parts =
        [
            .. questions.Select((question, i) => book.Say(i == 0 ? "gap.evidence.first" : "gap.evidence.more", ("ordinal", book.Ordinal(question.Question + 1)), ("works", Works(question.Keys, book)))),
        ];
        yield return book.Say("gap.evidence", ("list", book.Row(parts)));

        string[] both = [.. map.Reviewed.Where(key => questions.Any(question => question.Keys.Contains(key, StringComparer.Ordinal)))];
        if (both.Length < map.Reviewed.Count)
        {
            yield return both.Length == 0 ? book.Say("gap.reviewed.none") : book.Say("gap.reviewed", ("works", Works(both, book)));
        }

        if (questions.Length > 1 && !questions[0].Keys.Any(key => questions.All(question => question.Keys.Contains(key, StringComparer.Ordinal))))
        {
            yield return book.Say("gap.all.none");
        }
    }

    private static IEnumerable<string> Limits(QuestionEvidence[] questions, Phrasebook book)
    {
        if (questions.Length > 1 && questions.Select(question => question.Keys.Count).Distinct().Count() == 1)
        {
            int each = questions[0].Keys.Count;
            yield return Phrasebook.Fill(book.Forms("limitations.equal")[each == 1 ? 0 : 1], ("count", book.Number(each)));
        }
        else
        {
            yield return Counted(questions, book);
        }

        if (Array.Exists(questions, question => question.Keys.Count == 1))
        {
            yield return book.Say("limitations.single");
        }
    }

    // What the evidence on more than one question has in common: works, and what they name.
    private static IEnumerable<string> Recurring(EvidenceMap map, QuestionEvidence[] questions, Phrasebook book)
    {
        string[] shared = [.. questions.SelectMany(question => question.Keys).GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).Order(StringComparer.Ordinal)];
        if (shared.Length > 0)
        {
            yield return book.Say("patterns.works", ("works", Works(shared, book)));
        }

        if (map.Recurring.Count > 1)
        {
            yield return book.Say("patterns.terms", ("list", book.List([.. map.Recurring.Select(term => book.Say("word", ("word", term)))])));
        }
    }

    private static string Counted(QuestionEvidence[] questions, Phrasebook book)
    {
        string[] parts =
        [
            .. questions.Select(question => Phrasebook.Fill(book.Forms("limitations.count")[question.Keys.Count == 1 ? 0 : 1], ("ordinal", book.Ordinal(question.Question + 1)), ("count", book.Number(question.Keys.Count)))),
        ];
        return book.Say("limitations.evidence", ("list", book.List(parts)));
    }

    private static string Works(IEnumerable<string> keys, Phrasebook book) => book.List([.. keys.Select(WorkMention.Of)]);

    private static string[] InOrder(IEnumerable<string> keys) => [.. keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
