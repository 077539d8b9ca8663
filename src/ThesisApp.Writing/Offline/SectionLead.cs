using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Offline;

/// <summary>Writes what a section says before it borrows: what its role asks for, from the specification and from the artifacts that it needs.</summary>
internal static class SectionLead
{
    private const string Objectives = "objectives";
    private const string FindingsPrefix = "findings";

    public static IReadOnlyList<Paragraph> Write(DraftRequest request, IReadOnlyList<string> terms)
    {
        OutlineSection section = request.Section;
        ThesisSpec spec = request.Spec;
        Artifact[] findings = [.. request.Needed.Where(artifact => artifact.Name.StartsWith(FindingsPrefix, StringComparison.Ordinal))];
        bool hasObjectives = request.Needed.Any(artifact => artifact.Name == Objectives);
        return section.Role switch
        {
            SectionRoles.Results when section.ResearchQuestion is { } index =>
                [Own($"This section turns to the {Phrases.Ordinal(index + 1)} research question: {Question(spec, index)}", $"What the sources hold on it concerns {Phrases.List(terms)}.")],
            SectionRoles.Introduction when hasObjectives => Questions(request),
            SectionRoles.Conclusion when findings.Length > 0 => Answers(request, findings),
            SectionRoles.Discussion when findings.Length > 0 => [Interpretation(request, findings)],
            SectionRoles.Methodology => [Methodology(request, terms)],
            SectionRoles.Introduction when section.Id.EndsWith("/structure", StringComparison.Ordinal) => [Roadmap(request)],
            _ => [Own(Opening(section, terms))],
        };
    }

    private static string Opening(OutlineSection section, IReadOnlyList<string> terms)
    {
        string title = Phrases.Small(section.Title);
        string list = Phrases.List(terms);
        return section.Role switch
        {
            SectionRoles.Introduction => $"The thesis starts from {list}.",
            SectionRoles.Literature => $"Under the heading of {title}, the literature consulted here speaks of {list}.",
            SectionRoles.Framework => $"For {title}, the framework draws on {list}.",
            SectionRoles.Case => $"The case is described here through {list}.",
            SectionRoles.Results => $"As to {title}, the evidence gathers around {list}.",
            SectionRoles.Discussion => $"The discussion of {title} is concerned with {list}.",
            SectionRoles.Conclusion => $"In view of {title}, the sources point to {list}.",
            _ => $"This section is concerned with {list}.",
        };
    }

    private static List<Paragraph> Questions(DraftRequest request)
    {
        ThesisSpec spec = request.Spec;
        string subject = spec.CaseStudy is { } study ? $"{Lower(spec.Topic)}, studied in the case of {study}" : Lower(spec.Topic);
        List<Paragraph> paragraphs =
        [
            Own($"The subject of this thesis is {subject}.", spec.ResearchQuestions.Count == 1 ? "It asks one question:" : $"It asks {Phrases.Number(spec.ResearchQuestions.Count)} questions:"),
            new Paragraph(ParagraphKind.Numbered, [.. spec.ResearchQuestions.Select(question => Plain(question))]),
        ];
        List<Sentence> objectives = [];
        for (int i = 0; i < spec.ResearchQuestions.Count; i++)
        {
            if (request.Outline.Sections.FirstOrDefault(section => section.ResearchQuestion == i) is { } place)
            {
                objectives.Add(Referring($"The {Phrases.Ordinal(i + 1)} question is taken up in {{ref:{place.Id}}}, on {Phrases.Small(TitleOf(place))}.", place.Id));
            }
        }

        if (objectives.Count > 0)
        {
            paragraphs.Add(new Paragraph(ParagraphKind.Text, objectives));
        }

        return paragraphs;
    }

    private static Paragraph Roadmap(DraftRequest request)
    {
        OutlineChapter[] rest = [.. request.Outline.Chapters.Where(chapter => chapter.Id != request.Section.ChapterId)];
        string scope = request.Spec.CaseStudy is { } study ? $"The scope of the thesis is {study}." : $"The scope of the thesis is {Lower(request.Spec.Topic)}.";
        return new Paragraph(ParagraphKind.Text,
        [
            Plain(scope),
            .. rest.Select((chapter, i) => Referring(
                i == 0
                    ? $"After this introduction, {{ref:{chapter.Id}}} is the {Phrases.Small(chapter.Title)}."
                    : $"{{ref:{chapter.Id}}} holds the {Phrases.Small(chapter.Title)}, in {Phrases.Number(chapter.Sections.Count)} sections.",
                chapter.Id)),
        ]);
    }

    private static List<Paragraph> Answers(DraftRequest request, Artifact[] findings)
    {
        List<Sentence> answers = [];
        for (int i = 0; i < request.Spec.ResearchQuestions.Count; i++)
        {
            Artifact? artifact = findings.FirstOrDefault(candidate => PlaceOf(request, candidate)?.ResearchQuestion == i);
            if (artifact is null || PlaceOf(request, artifact) is not { } place)
            {
                continue;
            }

            answers.Add(Plain($"The {Phrases.Ordinal(i + 1)} question was: {Question(request.Spec, i)}"));
            answers.Add(Referring($"The answer rests on the evidence of {{ref:{place.Id}}}, in which {Phrases.List([.. artifact.Terms.Take(4)])} carry the weight.", place.Id));
        }

        return
        [
            Own($"The thesis set out to understand {Lower(request.Spec.Topic)}, and its questions can now be taken one by one."),
            new Paragraph(ParagraphKind.Text, answers),
        ];
    }

    private static Paragraph Interpretation(DraftRequest request, Artifact[] findings)
    {
        List<Sentence> sentences = [Plain($"The findings on {Lower(request.Spec.Topic)} are here set beside each other and beside the framework.")];
        foreach (Artifact artifact in findings)
        {
            if (PlaceOf(request, artifact) is { } place)
            {
                sentences.Add(Referring($"{{ref:{place.Id}}} was chiefly about {Phrases.List([.. artifact.Terms.Take(3)])}.", place.Id));
            }
        }

        return new Paragraph(ParagraphKind.Text, sentences);
    }

    private static Paragraph Methodology(DraftRequest request, IReadOnlyList<string> terms)
    {
        string title = Phrases.Small(request.Section.Title);
        List<Sentence> sentences = [Plain($"As regards {title}, the study follows the methodological literature on {Phrases.List(terms)}.")];
        if (request.Section.Id.EndsWith("/data", StringComparison.Ordinal))
        {
            sentences.Add(Plain(
                "The evidence of this thesis is the collection of sources that its author supplied: they were cut into passages, each passage was allotted to one section by full-text retrieval, and every sentence that was taken over cites the passage in which it stands."));
            sentences.Add(Plain("No data were collected beyond that collection."));
        }

        return new Paragraph(ParagraphKind.Text, sentences);
    }

    private static OutlineSection? PlaceOf(DraftRequest request, Artifact artifact) =>
        request.Outline.Sections.FirstOrDefault(section => section.Gives.Contains(artifact.Name, StringComparer.Ordinal));

    private static string TitleOf(OutlineSection section)
    {
        int colon = section.Title.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? section.Title : section.Title[(colon + 2)..];
    }

    private static string Question(ThesisSpec spec, int index)
    {
        string question = spec.ResearchQuestions[index];
        return question[^1] is '?' or '.' ? question : question + "?";
    }

    private static string Lower(string text) =>
        text.Length > 1 && char.IsUpper(text[0]) && char.IsLower(text[1]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static Paragraph Own(params string[] sentences) => new(ParagraphKind.Text, [.. sentences.Select(Plain)]);

    private static Sentence Plain(string text) => new(Phrases.Capital(text), [], []);

    private static Sentence Referring(string text, params string[] places) => new(text, [], places);
}
