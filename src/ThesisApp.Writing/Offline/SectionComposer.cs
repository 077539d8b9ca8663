using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes a section: its lead, then paragraphs of borrowed units, each opened by a sentence that names the work and the theme.</summary>
internal sealed class SectionComposer
{
    private const int Attempts = 6;

    private static readonly double[] Parts = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 1.25, 1.5, 2];

    private readonly OutlineSection _section;
    private readonly IReadOnlyList<SentenceUnit> _units;
    private readonly Casing _casing;
    private readonly SectionLead _lead;

    public SectionComposer(DraftRequest request)
    {
        _section = request.Section;
        _units = [.. request.Allotment.Passages.SelectMany(SentenceFilter.Units)];
        _casing = new Casing(
        [
            .. request.Allotment.Passages.Select(passage => passage.Text),
            .. request.Spec.ResearchQuestions,
            request.Spec.Topic,
            request.Spec.CaseStudy ?? string.Empty,
            .. request.Needed.SelectMany(artifact => artifact.Claims).Select(claim => claim.Text),
        ]);
        _lead = new SectionLead(request, _casing);
    }

    public SectionDraft Compose()
    {
        int wanted = _section.Words;

        // What the section has to say of itself may be all that its budget allows.
        SectionDraft? best = new(_section.Id, _lead.Write([], hasBody: true), null);
        if (CountWords(best) >= wanted * (1 - WordBudget.Tolerance))
        {
            return best;
        }

        best = null;
        int borrowed = wanted;
        int aimOfBest = wanted;

        // The words of leads and openers are known only once the paragraphs are: aim, look, aim again.
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            SectionDraft draft = Compose(borrowed);
            int written = CountWords(draft);
            if (best is null || Math.Abs(written - wanted) < Math.Abs(CountWords(best) - wanted))
            {
                best = draft;
                aimOfBest = borrowed;
            }

            if (Math.Abs(written - wanted) <= wanted * WordBudget.Tolerance / 4)
            {
                break;
            }

            borrowed += wanted - written;
        }

        // Units are whole, so the aim may jump from too much to too little and back: then it is moved by parts of what is off.
        int off = wanted - CountWords(best!);
        foreach (double part in Parts)
        {
            if (Math.Abs(wanted - CountWords(best!)) <= wanted * WordBudget.Tolerance)
            {
                break;
            }

            SectionDraft draft = Compose(aimOfBest + (int)(off * part));
            if (Math.Abs(CountWords(draft) - wanted) < Math.Abs(CountWords(best!) - wanted))
            {
                best = draft;
            }
        }

        return best! with { Note = Note(CountWords(best!)) };
    }

    private SectionDraft Compose(int borrowed)
    {
        IReadOnlyList<IReadOnlyList<SentenceUnit>> groups = ParagraphPlan.Make(_units, $"{_section.Title} {_section.Brief}", borrowed);
        List<Paragraph> body = [];
        List<string> themes = [];
        string? lastWork = null;
        string? lastHeading = null;
        foreach (IReadOnlyList<SentenceUnit> group in groups)
        {
            Passage first = group[0].Passage;
            string? theme = Theme.Of(first.Heading, _casing);
            bool sameWork = first.SourceId == lastWork;
            List<Sentence> sentences = [];

            // A paragraph that carries on with the heading before it needs no opener.
            if (!sameWork || first.Heading != lastHeading)
            {
                sentences.Add(Openers.Of(_section, body.Count, first.SourceId, theme, sameWork));
                if (theme is not null)
                {
                    themes.Add(theme);
                }
            }

            sentences.AddRange(group.SelectMany(unit => unit.Sentences.Select(sentence => new Sentence(sentence, [Cite(unit.Passage)], []))));
            body.Add(new Paragraph(ParagraphKind.Text, sentences));
            (lastWork, lastHeading) = (first.SourceId, first.Heading);
        }

        return new SectionDraft(_section.Id, [.. _lead.Write(themes, body.Count > 0), .. body], null) { Themes = themes };
    }

    private string? Note(int words) => words >= _section.Words * (1 - WordBudget.Tolerance)
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{_section.Words - words} words short of {_section.Words}: the sources held {_units.Sum(unit => unit.Words)} usable words for this section that no other section needed more.");

    private static Citation Cite(Passage passage) =>
        new(passage.SourceId, passage.Id, passage.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null);

    private static int CountWords(SectionDraft draft) =>
        draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Words.Count(sentence.Text));
}
