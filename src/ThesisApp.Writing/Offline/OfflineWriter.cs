using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes text from the user's own sources, without a model: what it borrows it cites, what it adds claims nothing. The same request gives the same bytes.</summary>
internal sealed class OfflineWriter : IWriter
{
    private const int ClaimsOfSection = 3;
    private const int TermsOfSection = 6;
    private const int ClaimsOfArtifact = 6;

    public string Version => "offline/1";

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
        SectionComposer composer = new(request);
        SectionDraft draft = composer.Compose();
        Sentence[] borrowed = [.. draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed)];
        IReadOnlyList<string> terms = KeyTerms.Of(
            borrowed.Select(sentence => sentence.Text), TermsOfSection, [request.Spec.Topic, request.Spec.CaseStudy ?? string.Empty]);
        Claim[] claims = [.. borrowed.Take(ClaimsOfSection).Select(sentence => new Claim(sentence.Text, sentence.Citations, request.Section.Id))];
        return Task.FromResult(new SectionWork(draft, [.. request.Section.Gives.Select(name => new Artifact(name, claims, terms))]));
    }

    public Task<ChapterFrame> FrameAsync(FrameRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string[] avoid = [request.Spec.Topic, request.Spec.CaseStudy ?? string.Empty];
        List<Sentence> opening = [];
        List<Claim> summary = [];
        for (int i = 0; i < request.Chapter.Sections.Count; i++)
        {
            OutlineSection section = request.Chapter.Sections[i];
            Sentence[] borrowed =
            [
                .. request.Sections.Where(review => review.Draft.SectionId == section.Id)
                    .SelectMany(review => review.Draft.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.IsBorrowed),
            ];
            IReadOnlyList<string> terms = KeyTerms.Of(borrowed.Select(sentence => sentence.Text), 2, avoid);
            opening.Add(ChapterPhrases.Section(section, i, request.Chapter.Sections.Count, terms));
            summary.AddRange(borrowed.Take(1).Select(sentence => new Claim(sentence.Text, sentence.Citations, section.Id)));
        }

        Sentence first = new(ChapterPhrases.Opening(request.Chapter, request.Spec.Topic), [], []);
        return Task.FromResult(new ChapterFrame(request.Chapter.Id, [new Paragraph(ParagraphKind.Text, [first, .. opening])], summary));
    }

    public Task<FrontMatter> WriteFrontMatterAsync(FrontMatterRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string[] claims = [.. request.Chapters.SelectMany(frame => frame.Summary).Select(claim => claim.Text)];
        IReadOnlyList<string> keywords = KeyTerms.Of([request.Spec.Topic, .. claims], 6);
        string statement = string.Create(
            CultureInfo.InvariantCulture,
            $"How this text was made: it was composed by an extractive writer without a language model, from {Phrases.Number(request.SourceCount)} sources that the author supplied. Every sentence taken from a source stands there word for word and carries its citation; the sentences between them only connect. It is a draft to work from, not a finished argument.");
        return Task.FromResult(new FrontMatter(AbstractComposer.Compose(request), keywords, statement));
    }
}
