using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Allotment;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes text from the user's own sources, without a model: what it borrows it cites, what it adds claims nothing. The same request gives the same bytes.</summary>
internal sealed class OfflineWriter : IWriter
{
    private const int ClaimsOfSection = 8;
    private const int TermsOfSection = 6;
    private const int ClaimsOfArtifact = 6;
    private const int KeywordCount = 6;

    public string Version => "offline/9";

    public Maker Drafter => new("offline writer (extractive, without a language model)", Version, []);

    public Task<Artifact> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (request.Artifact.Name == "objectives")
        {
            return Task.FromResult(new Artifact(
                request.Artifact.Name,
                [.. request.Spec.ResearchQuestions.Select(question => new Claim(question, [], null))],
                KeyTerms.Of(request.Spec.ResearchQuestions, TermsOfSection)));
        }

        SentenceUnit[] units = [.. request.Passages.SelectMany(new SentenceFilter(Phrasebook.For(request.Spec.Language)).Units)];
        IEnumerable<SentenceUnit> telling = request.Artifact.Name == "glossary" ? units.Where(unit => DefinitionPattern.IsDefinition(unit.Sentences[0])) : units;
        return Task.FromResult(new Artifact(
            request.Artifact.Name,
            [.. telling.Take(ClaimsOfArtifact).Select(unit => new Claim(unit.Sentences[0], [new Citation(unit.Passage.SourceId, unit.Passage.Id, null)], null))],
            KeyTerms.Of(request.Passages.Select(passage => passage.Text), TermsOfSection * 2)));
    }

    public Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SectionComposer composer = new(request);
        SectionDraft draft = composer.Compose();
        Sentence[] borrowed = [.. draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed)];
        string? question = request.Section.ResearchQuestion is { } index ? request.Spec.ResearchQuestions[index] : null;
        Phrasebook book = Phrasebook.For(request.Spec.Language);
        IReadOnlySet<string>? ofCase = question is null ? null : new CaseNames(request.Spec).WorksIn(request.Allotment.Passages.Select(passage => (passage.SourceId, passage.Text)));
        QuestionKind kind = QuestionKind.Of(question, book);
        Claim[] claims =
        [
            .. CentralClaims.Of(draft.Paragraphs, question ?? request.Section.Brief, ClaimsOfSection * 2, book, kind, Headings(request.Allotment), ofCase)
                .Select(sentence => new Claim(sentence.Borrowed, sentence.Citations, request.Section.Id) { BehindLead = composer.Casing.BehindLead(sentence.Borrowed) })
                .OrderBy(claim => claim.BehindLead is null ? 1 : 0)
                .ThenBy(claim => kind.Name != QuestionKind.Other && kind.CuesIn(claim.Text) == 0 ? 1 : 0)
                .Take(ClaimsOfSection),
        ];

        // What the evidence of a question turns on is said best by the headings that it stands under.
        IReadOnlyList<string> terms = question is not null && draft.Themes.Count > 0
            ? draft.Themes
            : KeyTerms.Of(borrowed.Select(sentence => sentence.Borrowed), TermsOfSection, [request.Spec.Topic, request.Spec.CaseStudy ?? string.Empty]);
        return Task.FromResult(new SectionWork(draft with { Telling = claims }, [.. request.Section.Gives.Select(name => new Artifact(name, claims, terms))]));
    }

    public Task<Made<ChapterFrame>> FrameAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChapterFrame digest = ChapterDigest.Of(request.Spec, request.Chapter, request.Sections, out Casing casing);
        return Task.FromResult(new Made<ChapterFrame>(digest with { Opening = [ChapterPhrases.Opening(request.Spec, request.Chapter, casing)] }, Drafter));
    }

    public Task<Made<FrontMatter>> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChapterFrame[] chapters = [.. Told(request)];
        Phrasebook book = Phrasebook.For(request.Spec.Language);
        string statement = book.Say("statement", ("sources", AbstractComposer.Sources(book, request.SourceCount)));
        return Task.FromResult(new Made<FrontMatter>(new FrontMatter(AbstractComposer.Compose(request, chapters), Keywords(request, chapters), statement), Drafter));
    }

    private static Dictionary<string, string?> Headings(SectionAllotment allotment) =>
        allotment.Passages.DistinctBy(passage => passage.Id).ToDictionary(passage => passage.Id, passage => passage.Heading, StringComparer.Ordinal);

    // What is known of chapters: their frames, and of those without one what their sections say.
    private static IEnumerable<ChapterFrame> Told(FrontMatterRequest request)
    {
        HashSet<string> framed = request.Chapters.Select(frame => frame.ChapterId).ToHashSet(StringComparer.Ordinal);
        HashSet<string> read = request.Sections.Select(review => review.Draft.SectionId).ToHashSet(StringComparer.Ordinal);
        return request.Chapters.Concat(request.Outline.Chapters
            .Where(chapter => !framed.Contains(chapter.Id) && chapter.Sections.Any(section => read.Contains(section.Id)))
            .Select(chapter => ChapterDigest.Of(request.Spec, chapter, request.Sections, out _)));
    }

    // Phrases that several chapters share come first (Borda count over the chapters' own rankings), those of the thesis's own subject before all; no two share a word. What the method is called is not what the thesis is about.
    private static List<string> Keywords(FrontMatterRequest request, IReadOnlyList<ChapterFrame> chapters)
    {
        HashSet<string> apart = request.Outline.Chapters.Where(chapter => chapter.Sections.Count > 0 && chapter.Sections[0].Role == SectionRoles.Methodology).Select(chapter => chapter.Id).ToHashSet(StringComparer.Ordinal);
        HashSet<string> subject = Words.Stems($"{request.Spec.Title} {request.Spec.Topic} {request.Spec.CaseStudy} {string.Join(' ', request.Spec.ResearchQuestions)}").ToHashSet(StringComparer.Ordinal);
        List<string> keywords = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (IGrouping<string, (string Term, int Points)> phrase in chapters
            .Where(frame => !apart.Contains(frame.ChapterId))
            .SelectMany(frame => frame.Terms.Select((term, rank) => (Term: term, Points: ChapterDigest.TermsOfChapter - rank)))
            .GroupBy(entry => string.Join(' ', entry.Term.Split(' ').Select(Words.Stem)), StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(entry => entry.Points) + (group.Key.Split(' ').Any(subject.Contains) ? ChapterDigest.TermsOfChapter : 0))
            .ThenBy(group => group.Key, StringComparer.Ordinal))
        {
            string[] stems = phrase.Key.Split(' ');
            if (keywords.Count < KeywordCount && !stems.Any(used.Contains))
            {
                keywords.Add(phrase.First().Term);
                used.UnionWith(stems);
            }
        }

        return keywords;
    }
}
