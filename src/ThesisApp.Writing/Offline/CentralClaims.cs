using ThesisApp.Core.Drafts;

namespace ThesisApp.Writing.Offline;

/// <summary>Chooses the sentences that stand for a section elsewhere: central in it (LexRank), near to what was asked, and able to stand alone.</summary>
internal static class CentralClaims
{
    private const double TooAlike = 0.5;
    private const int FewestWords = 10;
    private const int MostWords = 34;

    /// <summary>Borrowed sentences, the most central first, no two alike. None that is marked: elsewhere it would stand without its mark.</summary>
    public static IReadOnlyList<Sentence> Of(IReadOnlyList<Paragraph> paragraphs, string query, int count)
    {
        Sentence[] sentences =
        [
            .. paragraphs.SelectMany(paragraph => paragraph.Sentences)
                .Where(sentence => sentence.IsBorrowed && sentence.Mark is null && !SentenceFilter.Leans(sentence.Text) && Text.Words.Count(sentence.Text) is >= FewestWords and <= MostWords),
        ];
        if (sentences.Length == 0)
        {
            return [];
        }

        IReadOnlyList<TermVector> vectors = TermVector.Of([.. sentences.Select(sentence => sentence.Text), query]);
        TermVector asked = vectors[^1];
        vectors = [.. vectors.Take(sentences.Length)];
        double[] centrality = LexRank.Score(vectors);
        List<int> chosen = [];
        foreach (int i in Enumerable.Range(0, sentences.Length).OrderByDescending(i => centrality[i] + vectors[i].Cosine(asked)).ThenBy(i => i))
        {
            if (chosen.Count < count && chosen.All(other => vectors[other].Cosine(vectors[i]) < TooAlike))
            {
                chosen.Add(i);
            }
        }

        return [.. chosen.Select(i => sentences[i])];
    }
}
