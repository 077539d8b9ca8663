using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>The opening of a chapter: what it is for, and the way that its sections take.</summary>
internal static class ChapterPhrases
{
    /// <summary>The chapter's first paragraph.</summary>
    /// <param name="spec">The specification.</param>
    /// <param name="chapter">The chapter.</param>
    /// <param name="casing">How headings stand within a sentence.</param>
    public static Paragraph Opening(ThesisSpec spec, OutlineChapter chapter, Casing casing)
    {
        Phrasebook book = Phrasebook.For(spec.Language);
        Sentence purpose = new(Phrases.Capital(Purpose(book, spec, chapter, casing)), [], []);
        if (chapter.Sections.Count < 2)
        {
            return new Paragraph(ParagraphKind.Text, [purpose]);
        }

        string[] places = [.. chapter.Sections.Select(section => $"{Titles.Subject(book, section, casing)} ({{ref:{section.Id}}})")];
        (string, string)[] values = [("first", places[0]), ("list", book.Row(places[1..^1])), ("last", places[^1]), ("all", book.Row(places))];
        IReadOnlyList<string> plans = book.Forms(places.Length == 2 ? "plan.two" : places.Any(place => place.Contains($" {book.Say("and")} ", StringComparison.Ordinal)) ? "plan.row" : "plan");
        return new Paragraph(ParagraphKind.Text, [purpose, new Sentence(Phrases.Capital(Phrasebook.Fill(plans[chapter.Number % plans.Count], values)), [], [.. chapter.Sections.Select(section => section.Id)])]);
    }

    private static string Purpose(Phrasebook book, ThesisSpec spec, OutlineChapter chapter, Casing casing)
    {
        if (chapter.Sections.Count == 0)
        {
            return book.Say("chapter.empty");
        }

        string role = chapter.Sections[0].Role;
        string key = role == SectionRoles.Case && chapter.Sections.Any(section => section.Role == SectionRoles.Results) ? "chapter.case.results" : $"chapter.{role}";
        return book.Say(book.Has(key) ? key : "chapter.other", ("topic", Titles.Running(book, casing, spec.Topic)), ("title", Titles.Within(book, chapter.Title, casing)));
    }
}
