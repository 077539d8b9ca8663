using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Writing.Offline;

/// <summary>Writes what a section says before it borrows: what its role asks for, from the specification and from the artifacts that it needs.</summary>
internal sealed class SectionLead(DraftRequest request, Casing casing)
{
    private const string Objectives = "objectives";
    private const string FindingsPrefix = "findings";
    private const int ThemesWorthAList = 3;
    private const int MostThemes = 5;

    private readonly OutlineSection _section = request.Section;
    private readonly ThesisSpec _spec = request.Spec;
    private readonly Artifact[] _findings = [.. request.Needed.Where(artifact => artifact.Name.StartsWith(FindingsPrefix, StringComparison.Ordinal) && artifact.Claims.Count > 0)];

    /// <summary>The lead; may be empty where the section has a body.</summary>
    /// <param name="themes">What the body's paragraphs are about.</param>
    /// <param name="hasBody">False if nothing could be borrowed.</param>
    public IReadOnlyList<Paragraph> Write(IReadOnlyList<string> themes, bool hasBody)
    {
        List<Paragraph> lead = Own(themes);
        return lead.Count > 0 || hasBody
            ? lead
            : [Text($"The sources that were supplied hold nothing on {casing.InSentence(_section.Title)} that another section of this thesis does not use already.")];
    }

    private List<Paragraph> Own(IReadOnlyList<string> themes)
    {
        bool hasObjectives = request.Needed.Any(artifact => artifact.Name == Objectives);
        return _section.Role switch
        {
            SectionRoles.Results when _section.ResearchQuestion is { } index => [Asked(index, themes)],
            SectionRoles.Introduction when hasObjectives => Questions(),
            SectionRoles.Introduction when _section.Id.EndsWith("/structure", StringComparison.Ordinal) => [Roadmap()],
            SectionRoles.Conclusion when _findings.Length > 0 => Answers(),
            SectionRoles.Discussion when _findings.Length > 0 => [Interpretation()],
            SectionRoles.Methodology when _section.Id.EndsWith("/data", StringComparison.Ordinal) => [Evidence()],
            _ => Announcement(themes) is { } announcement ? [Text(announcement)] : [],
        };
    }

    private string? Announcement(IReadOnlyList<string> themes)
    {
        if (themes.Count < ThemesWorthAList)
        {
            return null;
        }

        string list = Theme.List([.. themes.Take(MostThemes)]);
        return _section.Role switch
        {
            SectionRoles.Introduction => $"This section introduces {list}.",
            SectionRoles.Literature => $"This section reviews {list}.",
            SectionRoles.Framework => $"This part of the framework rests on {list}.",
            SectionRoles.Methodology => $"This section deals with {list}.",
            SectionRoles.Case => $"The description of the case covers {list}.",
            SectionRoles.Results => $"The evidence of this section concerns {list}.",
            SectionRoles.Discussion => $"This section discusses {list}.",
            _ => $"This section takes up {list}.",
        };
    }

    private Paragraph Asked(int index, IReadOnlyList<string> themes)
    {
        List<string> sentences = [$"The {Phrases.Ordinal(index + 1)} research question is: {Phrases.Question(_spec.ResearchQuestions[index])}"];
        if (Announcement(themes) is { } announcement)
        {
            sentences.Add(announcement);
        }

        return Text([.. sentences]);
    }

    private List<Paragraph> Questions()
    {
        string subject = casing.Continuing(_spec.Topic);
        string whole = _spec.CaseStudy is { } study ? $"The subject of this thesis is {subject}, studied in the case of {casing.Continuing(study)}." : $"The subject of this thesis is {subject}.";
        int count = _spec.ResearchQuestions.Count;
        List<Paragraph> paragraphs =
        [
            Text(whole, count == 1 ? "It asks one question:" : $"It asks {Phrases.Number(count)} questions:"),
            new Paragraph(ParagraphKind.Numbered, [.. _spec.ResearchQuestions.Select(question => Plain(Phrases.Question(question)))]),
        ];
        OutlineSection[] places = [.. Enumerable.Range(0, count).Select(i => request.Outline.Sections.FirstOrDefault(section => section.ResearchQuestion == i)).OfType<OutlineSection>()];
        if (places.Length > 0)
        {
            string list = Phrases.List([.. places.Select((place, i) => $"the {Phrases.Ordinal(place.ResearchQuestion!.Value + 1)}{(i == 0 ? " is answered" : string.Empty)} in {{ref:{place.Id}}}")]);
            paragraphs.Add(new Paragraph(ParagraphKind.Text, [Referring(Phrases.Capital(list) + ".", [.. places.Select(place => place.Id)])]));
        }

        return paragraphs;
    }

    private Paragraph Roadmap()
    {
        string scope = _spec.CaseStudy is { } study ? $"The scope of the thesis is {casing.Continuing(study)}." : $"The scope of the thesis is {casing.Continuing(_spec.Topic)}.";
        OutlineChapter[] rest = [.. request.Outline.Chapters.Where(chapter => chapter.Id != _section.ChapterId)];
        if (rest.Length == 0)
        {
            return Text(scope);
        }

        string list = Theme.List([.. rest.Select(chapter => $"{casing.InSentence(chapter.Title)} ({{ref:{chapter.Id}}})")]);
        return new Paragraph(ParagraphKind.Text,
        [
            Plain(scope),
            new Sentence($"What follows this introduction is arranged in {Phrases.Count(rest.Length, "chapter")}: {list}.", [], [.. rest.Select(chapter => chapter.Id)]),
        ]);
    }

    private List<Paragraph> Answers()
    {
        List<Paragraph> paragraphs = [Text($"The thesis set out to understand {casing.Continuing(_spec.Topic)}, and its questions can now be taken one by one.")];
        foreach ((Artifact artifact, OutlineSection place, int index) in Located())
        {
            paragraphs.Add(new Paragraph(ParagraphKind.Text,
            [
                Plain($"The {Phrases.Ordinal(index + 1)} question was: {Phrases.Question(_spec.ResearchQuestions[index])}"),
                Referring($"On this, the sources of {{ref:{place.Id}}} say the following.", place.Id),
                .. artifact.Claims.Take(2).Select(Repeated),
            ]));
        }

        return paragraphs;
    }

    private Paragraph Interpretation()
    {
        List<Sentence> sentences = [Plain($"The findings on {casing.Continuing(_spec.Topic)} are here set beside each other and beside the literature.")];
        foreach ((Artifact artifact, OutlineSection place, int index) in Located())
        {
            sentences.Add(Referring($"On the {Phrases.Ordinal(index + 1)} question, {{ref:{place.Id}}} brought out the following.", place.Id));
            sentences.Add(Repeated(artifact.Claims[0]));
        }

        return new Paragraph(ParagraphKind.Text, sentences);
    }

    private IEnumerable<(Artifact Artifact, OutlineSection Place, int Question)> Located()
    {
        foreach (Artifact artifact in _findings)
        {
            OutlineSection? place = request.Outline.Sections.FirstOrDefault(section => section.Gives.Contains(artifact.Name, StringComparer.Ordinal));
            if (place?.ResearchQuestion is { } index)
            {
                yield return (artifact, place, index);
            }
        }
    }

    private static Paragraph Evidence() => Text(
        "The evidence of this thesis is the collection of sources that its author supplied.",
        "They were cut into passages, each passage was allotted to one section by full-text retrieval, and every sentence that was taken over cites the work in which it stands.",
        "No data were collected beyond that collection.");

    private static Sentence Repeated(Claim claim) => new(claim.Text, claim.Citations, []);

    private static Paragraph Text(params string[] sentences) => new(ParagraphKind.Text, [.. sentences.Select(Plain)]);

    private static Sentence Plain(string text) => new(Phrases.Capital(text), [], []);

    private static Sentence Referring(string text, params string[] places) => new(text, [], places);
}
