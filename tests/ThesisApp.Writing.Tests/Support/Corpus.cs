using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Tests.Support;

/// <summary>Sources and outlines of plain, distinct sentences.</summary>
internal static class Corpus
{
    private static readonly string[] Subjects = ["The harbour", "A ferry", "Every lock keeper", "The canal company", "A barge", "The dredger", "Each weir", "The towpath"];
    private static readonly string[] Verbs = ["reported", "recorded", "reached", "lost", "gained", "moved", "replaced", "measured"];
    private static readonly string[] Objects = ["cargo of grain", "tonnes of gravel", "gates of oak", "miles of water", "permits for passage", "loads of timber", "crews of four", "tolls in silver"];

    /// <summary>A spec with one question, on canals.</summary>
    public static ThesisSpec Spec(int words = 900) => new()
    {
        Title = "Canals",
        Topic = "Inland waterways",
        CaseStudy = "the Severn canal from 1790 to 1830",
        ResearchQuestions = ["How did traffic on the canal change?"],
        Words = words,
    };

    /// <summary>A section of the outline.</summary>
    public static OutlineSection Section(string id, int words, string role = SectionRoles.Literature, string title = "Canals", string brief = "Canals and their traffic.") => new()
    {
        Id = id,
        ChapterId = id.Split('/')[0],
        Number = "1.1",
        Title = title,
        Role = role,
        Brief = brief,
        Words = words,
    };

    /// <summary>An outline of one chapter with the sections given.</summary>
    public static Outline Outline(params OutlineSection[] sections) => new([new OutlineChapter("c", 1, "Chapter", sections)], []);

    /// <summary>A sentence that no other number gives.</summary>
    public static string Sentence(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Subjects[number % 8]} number {Spelled(number)} {Verbs[number / 8 % 8]} more {Objects[number / 64 % 8]} near lock {Spelled(number * 7)} than in the {Spelled(number * 13)} season.");

    /// <summary>A source whose passages hold a number of sentences each.</summary>
    public static SourceDocument Source(string id, int passages, int sentences = 4, Func<int, string?>? heading = null, int offset = 0) => new(
        id,
        id + ".md",
        id,
        [
            .. Enumerable.Range(0, passages).Select(i => new Passage(
                string.Create(CultureInfo.InvariantCulture, $"{id}#{i + 1}"),
                id,
                i + 1,
                heading is null ? string.Create(CultureInfo.InvariantCulture, $"Traffic of {Spelled(i)} locks") : heading(i),
                null,
                string.Join(' ', Enumerable.Range(0, sentences).Select(j => Sentence(offset + (i * sentences) + j))))),
        ],
        []);

    /// <summary>The bibliography of the sources.</summary>
    public static Bibliography Bibliography(params string[] keys) =>
        new([.. keys.Select(key => new BibliographyEntry(key, "article", new Dictionary<string, string> { ["title"] = key }))], []);

    /// <summary>A draft request for the section with all passages of the sources.</summary>
    public static DraftRequest Request(OutlineSection section, params SourceDocument[] sources) =>
        new(Spec(), Outline(section), section, [], new SectionAllotment(section.Id, [.. sources.SelectMany(source => source.Passages)]));

    // Digits would make most of a sentence no letters; letters keep it prose.
    private static string Spelled(int number)
    {
        string[] digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
        return string.Join('-', number.ToString(CultureInfo.InvariantCulture).Select(c => digits[c - '0']));
    }
}
