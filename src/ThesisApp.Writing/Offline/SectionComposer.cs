using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes a section: what it says of itself, then paragraphs of borrowed units, each led into by words that name the work and the theme.</summary>
internal sealed class SectionComposer
{
    private const int Attempts = 6;

    private static readonly double[] Parts = [0.5, 0.25, 0.75, 0.125, 0.375, 0.625, 1.25, 1.5, 2];
    private static readonly double[] Fewer = [0.95, 0.9, 0.85, 0.8];


    // How like two paragraphs of different works must be for one to be called near to the other.
    private const double Near = 0.18;

    private readonly DraftRequest _request;
    private readonly OutlineSection _section;
    private readonly IReadOnlyList<SentenceUnit> _units;
    private readonly Phrasebook _book;
    private readonly QuestionKind _kind;
    private readonly OwnText _own;

    public SectionComposer(DraftRequest request)
    {
        _request = request;
        _section = request.Section;
        _book = Phrasebook.For(request.Spec.Language);
        _kind = QuestionKind.Of(request.Spec, _section, _book);
        _units = [.. request.Allotment.Passages.SelectMany(new SentenceFilter(_book).Units)];
        Casing = new Casing(
        [
            .. request.Allotment.Passages.SelectMany(Casing.RunningText),
            .. request.Spec.ResearchQuestions,
            request.Spec.Topic,
            request.Spec.CaseStudy ?? string.Empty,
            .. request.Needed.SelectMany(artifact => artifact.Claims).Select(claim => claim.Text),
        ],
        request.Allotment.CommonWords);
        _own = new OwnText(request, Casing, _book);
    }

    /// <summary>What the section's sources tell of names.</summary>
    public Casing Casing { get; }

    public SectionDraft Compose()
    {
        int wanted = _section.Words;

        // What the section has to say of itself may be all that its budget allows, where its role needs no sources.
        SectionDraft? best = null;
        if (_section.Role is SectionRoles.Introduction or SectionRoles.Conclusion || _units.Count == 0)
        {
            best = new SectionDraft(_section.Id, OwnParagraph.Fit(_own.Write([], hasBody: true), (int)(wanted * (1 + (WordBudget.Tolerance / 2)))), null);
            if (CountWords(best) >= wanted * (1 - WordBudget.Tolerance))
            {
                return best;
            }
        }

        int borrowed = wanted;
        int aimOfBest = wanted;

        // The words of leads and openers are known only once the paragraphs are: aim, look, aim again.
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            SectionDraft draft = Compose(borrowed);
            int written = CountWords(draft);
            if (best is null || Distance(draft) < Distance(best))
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

        // A line of its own is no paragraph: rather a few words fewer.
        foreach (double part in Array.FindAll(Fewer, _ => HasMereLine(best!)))
        {
            SectionDraft draft = Compose((int)(aimOfBest * part));
            best = Distance(draft) < Distance(best!) ? draft : best;
        }

        return best! with { Note = Note(CountWords(best!)) };
    }

    // How far a draft is from its budget; one with a mere line in it is further than any without that keeps to it, and nearer than any that does not.
    private double Distance(SectionDraft draft)
    {
        double off = Math.Abs(CountWords(draft) - _section.Words);
        return off > _section.Words * WordBudget.Tolerance ? off + _section.Words : HasMereLine(draft) ? off + (_section.Words * WordBudget.Tolerance) : off;
    }

    private static bool HasMereLine(SectionDraft draft)
    {
        Paragraph[] borrowed = [.. draft.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Text && paragraph.Table is null && paragraph.Sentences.Any(sentence => sentence.IsBorrowed))];
        return borrowed.Length > 1 && Array.Exists(borrowed, paragraph => paragraph.Sentences.Where(sentence => sentence.IsBorrowed).ToArray() is [var alone] && Words.Count(alone.Borrowed) < ParagraphPlan.FewestWords);
    }

    private SectionDraft Compose(int borrowed)
    {
        string query = _section.ResearchQuestion is { } index ? $"{_request.Spec.ResearchQuestions[index]} {_section.Brief}" : $"{_section.Title} {_section.Brief}";
        if (Propositions.Make(_section) && Propositions.Of(_units, string.Join(' ', _request.Spec.ResearchQuestions.Append(_request.Spec.Topic)), _kind, borrowed, _book, Cite) is { } list)
        {
            return new SectionDraft(_section.Id, [.. OwnParagraph.Fit(_own.Write([], hasBody: true), _section.Words / 2), list], null);
        }

        IReadOnlyList<IReadOnlyList<SentenceUnit>> groups = ParagraphPlan.Make(_units, query, _kind, borrowed, mixes: _section.Role != SectionRoles.Methodology);
        IReadOnlyList<TermVector> vectors = TermVector.Of([.. groups.Select(group => string.Join(' ', group.Select(unit => unit.Text)))]);
        SourceTablesSetter tables = new(_request.Allotment.Passages, _book, Cite);
        List<Paragraph> body = [];
        List<string> themes = [];
        int led = 0;
        for (int i = 0; i < groups.Count; i++)
        {
            Passage first = groups[i][0].Passage;
            Passage? before = i == 0 ? null : groups[i - 1][0].Passage;
            Sentence[] taken = [.. groups[i].SelectMany(unit => unit.Sentences.Select(sentence => new Sentence(sentence, [Cite(unit.Passage)], [])))];
            IEnumerable<Sentence> sentences = taken;

            // A paragraph that carries on with the heading before it needs no lead.
            if (before?.SourceId != first.SourceId || before?.Heading != first.Heading)
            {
                string? theme = Theme.Of(_book, first.Heading, Casing);
                Relation relation = before?.SourceId == first.SourceId ? Relation.SameWork : i > 0 && vectors[i].Cosine(vectors[i - 1]) >= Near ? Relation.Near : Relation.New;
                sentences = Leads.NamesItsAuthor(taken[0]) ? taken : [.. Leads.Into(_book, _section, ref led, taken[0], theme, relation, Casing), .. taken[1..]];
                if (theme is not null && !themes.Contains(theme, StringComparer.Ordinal))
                {
                    themes.Add(theme);
                }
            }

            // The tables that stand under a heading follow the last of what is taken from there.
            Paragraph paragraph = new(ParagraphKind.Text, CitedOnce([.. sentences]));
            Passage? after = i + 1 < groups.Count ? groups[i + 1][0].Passage : null;
            body.AddRange(after?.SourceId == first.SourceId && after.Heading == first.Heading ? [paragraph] : tables.Follow(paragraph, first));
        }

        IReadOnlyList<OwnParagraph> own = _own.Write(themes, body.Count > 0);
        return new SectionDraft(_section.Id, [.. OwnParagraph.Fit(own, body.Count == 0 ? int.MaxValue : Math.Max(OwnRoom, _section.Words - CountWords(body))), .. body], null) { Themes = themes };
    }

    // Where a role needs sources, most of its words are theirs.
    private int OwnRoom => _section.Role switch
    {
        SectionRoles.Conclusion or SectionRoles.Introduction => _section.Words,
        SectionRoles.Methodology or SectionRoles.Discussion => _section.Words * 2 / 3,
        _ => _section.Words / 2,
    };

    // Sentences in a row from one place share the citation behind the last of them.
    private static Sentence[] CitedOnce(Sentence[] sentences)
    {
        for (int i = 0; i + 1 < sentences.Length; i++)
        {
            bool same = sentences[i].IsBorrowed && sentences[i + 1].IsBorrowed
                && sentences[i].Citations.Select(citation => (citation.Key, citation.Locator)).SequenceEqual(sentences[i + 1].Citations.Select(citation => (citation.Key, citation.Locator)));
            sentences[i] = sentences[i] with { CitedWithNext = same };
        }

        return sentences;
    }

    private string? Note(int words) => words >= _section.Words * (1 - WordBudget.Tolerance)
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{_section.Words - words} words short of {_section.Words}: the sources held {_units.Sum(unit => unit.Words)} usable words for this section that no other section needed more.");

    private static Citation Cite(Passage passage) =>
        new(passage.SourceId, passage.Id, passage.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null);

    private static int CountWords(SectionDraft draft) => CountWords(draft.Paragraphs);

    private static int CountWords(IEnumerable<Paragraph> paragraphs) =>
        paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Words.Count(sentence.Text));
}
