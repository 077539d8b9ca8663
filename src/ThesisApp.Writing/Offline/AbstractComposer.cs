using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Offline;

/// <summary>Writes the abstract from what the specification asks and what the chapters came to treat; it cites nothing and claims nothing of its own.</summary>
internal static class AbstractComposer
{
    public static IReadOnlyList<Paragraph> Compose(FrontMatterRequest request)
    {
        ThesisSpec spec = request.Spec;
        string[] avoid = [spec.Topic, spec.CaseStudy ?? string.Empty];
        string subject = spec.CaseStudy is { } study ? $"{spec.Topic}, with {study} as its case" : spec.Topic;
        List<string> first = [$"This thesis is about {subject}."];
        first.Add(spec.ResearchQuestions.Count == 1
            ? $"It asks: {spec.ResearchQuestions[0]}"
            : $"It asks {Phrases.Number(spec.ResearchQuestions.Count)} questions.");
        if (spec.ResearchQuestions.Count > 1)
        {
            first.AddRange(spec.ResearchQuestions.Take(4).Select((question, i) => $"The {Phrases.Ordinal(i + 1)} is: {question}"));
        }

        first.Add($"The evidence is a collection of {Phrases.Number(request.SourceCount)} sources, read passage by passage and cited sentence by sentence.");

        List<string> second = [];
        foreach (OutlineChapter chapter in request.Outline.Chapters)
        {
            string[] claims = [.. request.Chapters.Where(frame => frame.ChapterId == chapter.Id).SelectMany(frame => frame.Summary).Select(claim => claim.Text)];
            IReadOnlyList<string> terms = KeyTerms.Of(claims, 3, avoid);
            if (terms.Count > 1)
            {
                second.Add(Chapter(chapter, Phrases.List(terms)));
            }
        }

        second.Add("The thesis closes with what these sources leave open.");
        return [Set(first), Set(second)];
    }

    private static string Chapter(OutlineChapter chapter, string terms) => chapter.Sections[0].Role switch
    {
        SectionRoles.Introduction => $"The introduction sets the scene by way of {terms}.",
        SectionRoles.Literature => $"The review of the literature covers {terms}.",
        SectionRoles.Framework => $"The framework is built on {terms}.",
        SectionRoles.Methodology => $"The chapter on method discusses {terms}.",
        SectionRoles.Case or SectionRoles.Results => $"The findings concern {terms}.",
        SectionRoles.Discussion => $"The discussion weighs {terms}.",
        SectionRoles.Conclusion => $"The conclusion returns to {terms}.",
        _ => $"A chapter on {Phrases.Small(chapter.Title)} treats {terms}.",
    };

    private static Paragraph Set(IEnumerable<string> sentences) => new(ParagraphKind.Text, [.. sentences.Select(sentence => new Sentence(sentence, [], []))]);
}
