using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>A paragraph that a section says of itself, with what may be left out of it.</summary>
/// <param name="Kind">How it is set.</param>
/// <param name="Sentences">Its sentences; the rank says how soon each is left out: the highest first, those of rank 0 never. Those of one rank go together.</param>
internal sealed record OwnParagraph(ParagraphKind Kind, IReadOnlyList<(Sentence Sentence, int Rank)> Sentences)
{
    /// <summary>The paragraphs with as many of their sentences as fit into a number of words.</summary>
    public static IReadOnlyList<Paragraph> Fit(IReadOnlyList<OwnParagraph> paragraphs, int words)
    {
        List<(int Paragraph, Sentence Sentence, int Rank)> kept = [.. paragraphs.SelectMany((paragraph, i) => paragraph.Sentences.Select(entry => (i, entry.Sentence, entry.Rank)))];
        int have = kept.Sum(entry => Words.Count(entry.Sentence.Text));
        while (have > words && kept.Exists(entry => entry.Rank > 0))
        {
            int rank = kept.Max(entry => entry.Rank);
            int paragraph = kept.FindLast(entry => entry.Rank == rank).Paragraph;
            have -= kept.Where(entry => entry.Paragraph == paragraph && entry.Rank == rank).Sum(entry => Words.Count(entry.Sentence.Text));
            kept.RemoveAll(entry => entry.Paragraph == paragraph && entry.Rank == rank);
        }

        return
        [
            .. kept.GroupBy(entry => entry.Paragraph).Select(group => new Paragraph(paragraphs[group.Key].Kind, [.. group.Select(entry => entry.Sentence)])),
        ];
    }
}
