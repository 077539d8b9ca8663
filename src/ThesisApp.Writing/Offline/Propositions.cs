using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Sets propositions down as a numbered list: statements from the literature that each stand alone, those first that have a word of a principle, and of these the most central. What tells what an author did is none.</summary>
internal static class Propositions
{
    private const int MostItems = 8;

    // Of the words wanted: with fewer general statements the list takes what else there is.
    private const double Enough = 0.9;

    /// <summary>True for a section that is such a list.</summary>
    public static bool Make(OutlineSection section) => section.Role == SectionRoles.Framework && section.Id.EndsWith("/propositions", StringComparison.Ordinal);

    /// <summary>True for a statement that may hold of more than what it was made of: it tells of no year or number, of nothing that was once the case, and compares with nothing that stood before it.</summary>
    public static bool IsGeneral(string sentence, Phrasebook book) => !Words.Of(sentence).Any(word => char.IsDigit(word[0]) || book.Words("particular").Contains(word));

    /// <summary>True for a passage that has such a statement with a word of a principle in it, which can stand alone.</summary>
    public static bool HasAny(Passage passage, QuestionKind kind, SentenceFilter filter, Phrasebook book) =>
        filter.Units(passage, 0).Any(unit => kind.CuesIn(unit.Sentences[0]) > 0 && IsGeneral(unit.Sentences[0], book) && filter.StandsAlone(unit.Sentences[0]));

    /// <summary>A list whose words come near to a number; null where fewer than two statements can stand in it.</summary>
    /// <param name="units">What can be borrowed.</param>
    /// <param name="query">What the section is about.</param>
    /// <param name="kind">What it asks for.</param>
    /// <param name="words">Words wanted.</param>
    /// <param name="book">The wording.</param>
    /// <param name="cite">How a passage is cited.</param>
    public static Paragraph? Of(IReadOnlyList<SentenceUnit> units, string query, QuestionKind kind, int words, Phrasebook book, Func<Passage, Citation> cite)
    {
        Sentence[] told = [.. units.SelectMany(unit => unit.Sentences.Select(sentence => new Sentence(sentence, [cite(unit.Passage)], []))).Where(sentence => !Leads.NamesItsAuthor(sentence))];
        Sentence[] general = [.. told.Where(sentence => IsGeneral(sentence.Borrowed, book))];
        Paragraph all = new(ParagraphKind.Text, general.Sum(sentence => Words.Count(sentence.Text)) >= words * Enough ? general : told);
        List<Sentence> items = [];
        int have = 0;
        foreach (Sentence sentence in CentralClaims.Of([all], query, 2 * MostItems, book, kind).OrderBy(sentence => kind.CuesIn(sentence.Borrowed) > 0 ? 0 : 1).Take(MostItems))
        {
            int count = Words.Count(sentence.Text);
            if (have + count - words <= words - have)
            {
                items.Add(sentence);
                have += count;
            }
        }

        return items.Count < 2 ? null : new Paragraph(ParagraphKind.Numbered, items);
    }
}
