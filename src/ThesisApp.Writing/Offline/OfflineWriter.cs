using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes text from the user's own sources, without a model: what it borrows it cites, what it adds claims nothing. The same request gives the same bytes.</summary>
internal sealed class OfflineWriter : IWriter
{
    private const int ClaimsOfSection = 3;
    private const int TermsOfSection = 6;
    private const int ClaimsOfArtifact = 6;
    private const int TermsOfChapter = 10;
    private const int KeywordCount = 6;

    public string Version => "offline/3";

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
        ThesisSpec spec = request.Spec;
        List<string> texts = [spec.Topic, .. spec.ResearchQuestions];
        List<string> themes = [];
        List<Claim> summary = [];
        foreach (OutlineSection section in request.Chapter.Sections)
        {
            if (request.Sections.FirstOrDefault(review => review.Draft.SectionId == section.Id)?.Draft is not { } draft)
            {
                continue;
            }

            string asked = section.ResearchQuestion is { } index ? spec.ResearchQuestions[index] : section.Brief;
            texts.AddRange(draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed).Select(sentence => sentence.Text));
            themes.AddRange(draft.Themes.Take(1));
            summary.AddRange(CentralClaims.Of(draft.Paragraphs, asked, 1).Select(sentence => new Claim(sentence.Text, sentence.Citations, section.Id)));
        }

        Casing casing = new(texts);
        return Task.FromResult(new ChapterFrame(request.Chapter.Id, [ChapterPhrases.Opening(request.Chapter, casing.Continuing(spec.Topic), casing)], summary)
        {
            Themes = [.. themes.Distinct(StringComparer.Ordinal)],
            Terms = KeyPhrases.Of(texts, TermsOfChapter),
        });
    }

    public Task<FrontMatter> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string statement = string.Create(
            CultureInfo.InvariantCulture,
            $"How this text was made: it was composed by an extractive writer without a language model, from {Phrases.Count(request.SourceCount, "source")} that the author supplied. Every sentence taken from a source stands there word for word and carries its citation; the sentences between them only connect. It is a draft to work from, not a finished argument.");
        return Task.FromResult(new FrontMatter(AbstractComposer.Compose(request), Keywords(request), statement));
    }

    // Phrases that several chapters share come first (Borda count over the chapters' own rankings); no two share a word.
    private static List<string> Keywords(FrontMatterRequest request)
    {
        List<string> keywords = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (IGrouping<string, (string Term, int Points)> phrase in request.Chapters
            .SelectMany(frame => frame.Terms.Select((term, rank) => (Term: term, Points: TermsOfChapter - rank)))
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
