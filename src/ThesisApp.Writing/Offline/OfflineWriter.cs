using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes text from the user's own sources, without a model: what it borrows it cites, what it adds claims nothing. The same request gives the same bytes.</summary>
internal sealed class OfflineWriter : IWriter
{
    private const int ClaimsOfSection = 3;
    private const int TermsOfSection = 6;
    private const int ClaimsOfArtifact = 6;
    private const int KeywordCount = 6;

    public string Version => "offline/4";

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

        SentenceUnit[] units = [.. request.Passages.SelectMany(SentenceFilter.Units)];
        IEnumerable<SentenceUnit> telling = request.Artifact.Name == "glossary" ? units.Where(unit => DefinitionPattern.IsDefinition(unit.Sentences[0])) : units;
        return Task.FromResult(new Artifact(
            request.Artifact.Name,
            [.. telling.Take(ClaimsOfArtifact).Select(unit => new Claim(unit.Sentences[0], [new Citation(unit.Passage.SourceId, unit.Passage.Id, null)], null))],
            KeyTerms.Of(request.Passages.Select(passage => passage.Text), TermsOfSection * 2)));
    }

    public Task<SectionWork> DraftAsync(DraftRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SectionDraft draft = new SectionComposer(request).Compose();
        string[] borrowed = [.. draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed).Select(sentence => sentence.Text)];
        string asked = request.Section.ResearchQuestion is { } index ? request.Spec.ResearchQuestions[index] : request.Section.Brief;
        Claim[] claims = [.. CentralClaims.Of(draft.Paragraphs, asked, ClaimsOfSection).Select(sentence => new Claim(sentence.Text, sentence.Citations, request.Section.Id))];
        IReadOnlyList<string> terms = KeyTerms.Of(borrowed, TermsOfSection, [request.Spec.Topic, request.Spec.CaseStudy ?? string.Empty]);
        return Task.FromResult(new SectionWork(draft, [.. request.Section.Gives.Select(name => new Artifact(name, claims, terms))]));
    }

    public Task<ChapterFrame> FrameAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChapterFrame digest = ChapterDigest.Of(request.Spec, request.Chapter, request.Sections, out IReadOnlyList<string> texts);
        Casing casing = new(texts);
        return Task.FromResult(digest with { Opening = [ChapterPhrases.Opening(request.Chapter, casing.Continuing(request.Spec.Topic), casing)] });
    }

    public Task<FrontMatter> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ChapterFrame[] chapters = [.. Told(request)];
        string statement = string.Create(
            CultureInfo.InvariantCulture,
            $"How this text was made: it was composed by an extractive writer without a language model, from {Phrases.Count(request.SourceCount, "source")} that the author supplied. Every sentence taken from a source stands there word for word and carries its citation; the sentences between them only connect. It is a draft to work from, not a finished argument.");
        return Task.FromResult(new FrontMatter(AbstractComposer.Compose(request, chapters), Keywords(chapters), statement));
    }

    // What is known of chapters: their frames, and of those without one what their sections say.
    private static IEnumerable<ChapterFrame> Told(FrontMatterRequest request)
    {
        HashSet<string> framed = request.Chapters.Select(frame => frame.ChapterId).ToHashSet(StringComparer.Ordinal);
        HashSet<string> read = request.Sections.Select(review => review.Draft.SectionId).ToHashSet(StringComparer.Ordinal);
        return request.Chapters.Concat(request.Outline.Chapters
            .Where(chapter => !framed.Contains(chapter.Id) && chapter.Sections.Any(section => read.Contains(section.Id)))
            .Select(chapter => ChapterDigest.Of(request.Spec, chapter, request.Sections, out _)));
    }

    // Phrases that several chapters share come first (Borda count over the chapters' own rankings); no two share a word.
    private static List<string> Keywords(IReadOnlyList<ChapterFrame> chapters)
    {
        List<string> keywords = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (IGrouping<string, (string Term, int Points)> phrase in chapters
            .SelectMany(frame => frame.Terms.Select((term, rank) => (Term: term, Points: ChapterDigest.TermsOfChapter - rank)))
            .GroupBy(entry => string.Join(' ', entry.Term.Split(' ').Select(Words.Stem)), StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(entry => entry.Points))
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
