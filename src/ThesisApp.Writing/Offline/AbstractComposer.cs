using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Writes the abstract: what is asked, what it is answered from, what the literature treats, and for each question the statement that weighs most among its findings, cited.</summary>
internal static class AbstractComposer
{
    private const int MostQuestions = 4;
    private const int ThemesOfChapter = 3;

    /// <summary>The abstract.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="chapters">What the chapters that it rests on say of themselves.</param>
    public static IReadOnlyList<Paragraph> Compose(FrontMatterRequest request, IReadOnlyList<ChapterFrame> chapters)
    {
        ThesisSpec spec = request.Spec;
        Phrasebook book = Phrasebook.For(spec.Language);
        Casing casing = new([spec.Topic, .. spec.ResearchQuestions, .. chapters.SelectMany(frame => frame.Summary).Select(claim => claim.Text)]);
        return
        [
            new Paragraph(ParagraphKind.Text, [.. Subject(request, book, casing)]),
            new Paragraph(ParagraphKind.Text, [.. Literature(request, book, chapters), .. Findings(request, book, casing, chapters), Own(book.Say("abstract.end"))]),
        ];
    }

    /// <summary>The number of sources, with its noun.</summary>
    public static string Sources(Phrasebook book, int count) => count == 1 ? book.Forms("abstract.sources")[0] : Phrasebook.Fill(book.Forms("abstract.sources")[1], ("count", book.Number(count)));

    private static IEnumerable<Sentence> Subject(FrontMatterRequest request, Phrasebook book, Casing casing)
    {
        ThesisSpec spec = request.Spec;
        yield return Own(book.Say(spec.CaseStudy is null ? "abstract.subject" : "abstract.subject.case", ("topic", Titles.Running(book, casing, spec.Topic)), ("case", Titles.Running(book, casing, spec.CaseStudy ?? string.Empty))));
        int count = spec.ResearchQuestions.Count;
        string asks = count == 1 ? book.Say("abstract.asks.one") : book.Say("abstract.asks", ("count", book.Number(count)));
        for (int i = 0; i < Math.Min(MostQuestions, count); i++)
        {
            string question = Phrases.Question(spec.ResearchQuestions[i]);
            yield return Own(i == 0 ? $"{asks} {question}" : question);
        }

        yield return Own(book.Say("abstract.method", ("sources", Sources(book, request.SourceCount))));
    }

    private static IEnumerable<Sentence> Literature(FrontMatterRequest request, Phrasebook book, IReadOnlyList<ChapterFrame> chapters)
    {
        OutlineChapter? chapter = request.Outline.Chapters.FirstOrDefault(chapter => chapter.Sections.Count > 0 && chapter.Sections[0].Role == SectionRoles.Literature);
        IReadOnlyList<string> themes = chapters.FirstOrDefault(frame => frame.ChapterId == chapter?.Id)?.Themes ?? [];
        if (themes.Count > 1)
        {
            yield return Own(book.Say("abstract.literature", ("list", book.Row([.. themes.Take(ThemesOfChapter)]))));
        }
    }

    private static IEnumerable<Sentence> Findings(FrontMatterRequest request, Phrasebook book, Casing casing, IReadOnlyList<ChapterFrame> chapters)
    {
        IReadOnlyList<string> forms = book.Forms("abstract.finding");
        foreach (OutlineSection section in request.Outline.Sections.Where(section => section.ResearchQuestion is < MostQuestions))
        {
            if (chapters.SelectMany(frame => frame.Summary).FirstOrDefault(claim => claim.SectionId == section.Id) is not { Citations.Count: > 0 } claim)
            {
                continue;
            }

            int question = section.ResearchQuestion!.Value;
            (string, string)[] values = [("ordinal", book.Ordinal(question + 1)), ("work", WorkMention.Of(claim.Citations[0].Key))];
            Sentence sentence = new(claim.Text, claim.Citations, []);
            yield return Leads.Continue(Phrasebook.Fill(forms[question % forms.Count], values), sentence, casing, claim.BehindLead)
                ?? Leads.Continue(book.Say("abstract.finding.colon", values), sentence, casing)
                ?? sentence;
        }
    }

    private static Sentence Own(string text) => new(Phrases.Capital(text), [], []);
}
