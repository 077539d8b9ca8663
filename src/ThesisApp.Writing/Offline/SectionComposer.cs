using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Composes a section: its lead, then paragraphs of borrowed units, each opened by a sentence on its theme.</summary>
internal sealed class SectionComposer(DraftRequest request)
{
    private const double BudgetTolerance = 0.10;
    private const int ParagraphWords = 115;
    private const int OpenerWords = 10;

    private readonly OutlineSection _section = request.Section;
    private readonly string _corpus = string.Join(' ', request.Allotment.Passages.Select(passage => passage.Text));

    public SectionDraft Compose()
    {
        IReadOnlyList<SentenceUnit> units = [.. request.Allotment.Passages.SelectMany(SentenceFilter.Units)];
        IReadOnlyList<string> terms = SectionTerms(units.Select(unit => unit.Text));
        List<Paragraph> lead = [.. SectionLead.Write(request, terms)];
        int leadWords = CountWords(lead);

        int room = _section.Words - leadWords;
        string query = $"{_section.Title} {_section.Brief}";
        List<Paragraph> best = [];
        int borrowed = room - OpenerWords;

        // Openers cost words that are known only once the paragraphs are: aim, look, aim again.
        for (int attempt = 0; attempt < 4; attempt++)
        {
            List<Paragraph> body = Body(UnitSelector.Select(units, query, borrowed));
            int written = CountWords(body);
            if (best.Count == 0 || Math.Abs(written - room) < Math.Abs(CountWords(best) - room))
            {
                best = body;
            }

            if (Math.Abs(written - room) <= _section.Words * BudgetTolerance / 3)
            {
                break;
            }

            borrowed += room - written;
        }

        Paragraph[] paragraphs = [.. lead, .. best];
        return new SectionDraft(_section.Id, paragraphs, Note(CountWords(paragraphs), units));
    }

    /// <summary>Terms of a text, without those of the topic, which are in every section.</summary>
    public IReadOnlyList<string> SectionTerms(IEnumerable<string> texts) =>
        KeyTerms.Of(texts, 3, [request.Spec.Topic, request.Spec.CaseStudy ?? string.Empty]);

    private List<Paragraph> Body(IReadOnlyList<SentenceUnit> picked)
    {
        List<Paragraph> paragraphs = [];
        foreach (List<SentenceUnit> group in Group(picked))
        {
            string[] texts = [.. group.SelectMany(unit => unit.Sentences)];
            string theme = Theme.Of(group[0].Passage.Heading, texts, _corpus);
            string opener = Phrases.Opener(_section.Role, _section.Id, paragraphs.Count, theme, KeyTerms.Of(texts, 4));
            paragraphs.Add(new Paragraph(ParagraphKind.Text,
            [
                new Sentence(opener, [], []),
                .. group.SelectMany(unit => unit.Sentences.Select(sentence => new Sentence(sentence, [Cite(unit.Passage)], []))),
            ]));
        }

        return paragraphs;
    }

    // Units under one heading of one source belong together, in the source's order; a short rest joins what is before it from the same source.
    private static List<List<SentenceUnit>> Group(IReadOnlyList<SentenceUnit> picked)
    {
        List<List<SentenceUnit>> groups = [];
        foreach (IGrouping<(string SourceId, string? Heading), SentenceUnit> theme in picked
            .GroupBy(unit => (unit.Passage.SourceId, unit.Passage.Heading))
            .OrderBy(group => group.Min(unit => unit.PassageRank)))
        {
            List<SentenceUnit> current = [];
            foreach (SentenceUnit unit in theme.OrderBy(unit => unit.Passage.Ordinal).ThenBy(unit => unit.Position))
            {
                if (current.Count > 0 && current.Sum(one => one.Words) + unit.Words > ParagraphWords * 1.5)
                {
                    groups.Add(current);
                    current = [];
                }

                current.Add(unit);
            }

            List<SentenceUnit>? kin = groups.Find(group => group[0].Passage.SourceId == theme.Key.SourceId && group.Sum(one => one.Words) < ParagraphWords / 2);
            bool little = current.Sum(unit => unit.Words) < ParagraphWords / 2;
            if (little && kin is not null)
            {
                kin.AddRange(current);
            }
            else
            {
                groups.Add(current);
            }
        }

        return groups;
    }

    private string? Note(int words, IReadOnlyList<SentenceUnit> units)
    {
        if (words >= _section.Words * (1 - BudgetTolerance))
        {
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_section.Words - words} words short of {_section.Words}: the sources held {units.Sum(unit => unit.Words)} usable words for this section that no other section needed more.");
    }

    private static Citation Cite(Passage passage) =>
        new(passage.SourceId, passage.Id, passage.Page is { } page ? string.Create(CultureInfo.InvariantCulture, $"p. {page}") : null);

    private static int CountWords(IEnumerable<Paragraph> paragraphs) =>
        paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => Words.Count(sentence.Text));
}
