using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Offline;

/// <summary>Writes the abstract: what is asked, what it is answered from, what the chapters treat, and for each question the sentence that is most central to its findings, cited.</summary>
internal static class AbstractComposer
{
    private const int MostQuestions = 4;
    private const int ThemesOfChapter = 3;

    // {0} the question's ordinal.
    private static readonly string[] FindingForms = ["On the {0} question, one finding stands out.", "As to the {0} question, this is central.", "The {0} question leads to the following.", "For the {0} question, the following carries most weight."];

    /// <summary>The abstract.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="chapters">What the chapters that it rests on say of themselves.</param>
    public static IReadOnlyList<Paragraph> Compose(FrontMatterRequest request, IReadOnlyList<ChapterFrame> chapters)
    {
        ThesisSpec spec = request.Spec;
        Casing casing = new([spec.Topic, .. spec.ResearchQuestions, .. chapters.SelectMany(frame => frame.Summary).Select(claim => claim.Text)]);
        return [new Paragraph(ParagraphKind.Text, [.. Subject(request, casing)]), new Paragraph(ParagraphKind.Text, [.. Contents(request, chapters), .. Findings(request, chapters)])];
    }

    private static IEnumerable<Sentence> Subject(FrontMatterRequest request, Casing casing)
    {
        ThesisSpec spec = request.Spec;
        string subject = casing.Continuing(spec.Topic);
        yield return Own(spec.CaseStudy is { } study ? $"This thesis is about {subject}, with {casing.Continuing(study)} as its case." : $"This thesis is about {subject}.");
        if (spec.ResearchQuestions.Count == 1)
        {
            yield return Own($"It asks one question: {Phrases.Question(spec.ResearchQuestions[0])}");
        }
        else
        {
            yield return Own($"It asks {Phrases.Number(spec.ResearchQuestions.Count)} questions.");
            for (int i = 0; i < Math.Min(MostQuestions, spec.ResearchQuestions.Count); i++)
            {
                yield return Own($"The {Phrases.Ordinal(i + 1)} is: {Phrases.Question(spec.ResearchQuestions[i])}");
            }
        }

        yield return Own(string.Create(CultureInfo.InvariantCulture, $"The evidence is a collection of {Phrases.Count(request.SourceCount, "source")}, read passage by passage and cited sentence by sentence."));
    }

    private static IEnumerable<Sentence> Contents(FrontMatterRequest request, IReadOnlyList<ChapterFrame> chapters)
    {
        foreach (OutlineChapter chapter in request.Outline.Chapters)
        {
            IReadOnlyList<string> themes = chapters.FirstOrDefault(frame => frame.ChapterId == chapter.Id)?.Themes ?? [];
            if (themes.Count > 1 && chapter.Sections.Count > 0 && Form(chapter.Sections[0].Role) is { } form)
            {
                yield return Own(string.Format(CultureInfo.InvariantCulture, form, Theme.List([.. themes.Take(ThemesOfChapter)])));
            }
        }
    }

    private static IEnumerable<Sentence> Findings(FrontMatterRequest request, IReadOnlyList<ChapterFrame> chapters)
    {
        foreach (OutlineSection section in request.Outline.Sections.Where(section => section.ResearchQuestion is < MostQuestions))
        {
            Claim? claim = chapters.SelectMany(frame => frame.Summary).FirstOrDefault(claim => claim.SectionId == section.Id);
            if (claim is not null)
            {
                yield return Own(string.Format(CultureInfo.InvariantCulture, FindingForms[section.ResearchQuestion!.Value % FindingForms.Length], Phrases.Ordinal(section.ResearchQuestion.Value + 1)));
                yield return new Sentence(claim.Text, claim.Citations, []);
            }
        }
    }

    private static string? Form(string role) => role switch
    {
        SectionRoles.Literature => "The review of the literature covers, among other things, {0}.",
        SectionRoles.Framework => "The conceptual framework draws on {0}.",
        SectionRoles.Methodology => "The method is guided by the literature on {0}.",
        _ => null,
    };

    private static Sentence Own(string text) => new(text, [], []);
}
