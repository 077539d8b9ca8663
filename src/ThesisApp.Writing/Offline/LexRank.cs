namespace ThesisApp.Writing.Offline;

/// <summary>Centrality of texts among each other: LexRank (Erkan and Radev, Journal of Artificial Intelligence Research 22, 2004), continuous form, with cosine similarity of tf-idf vectors.</summary>
internal static class LexRank
{
    // The paper's damping factor and a number of steps after which nothing moves any more.
    private const double Damping = 0.85;
    private const int Steps = 30;

    /// <summary>Scores, the largest being 1.</summary>
    public static double[] Score(IReadOnlyList<TermVector> vectors)
    {
        int count = vectors.Count;
        if (count == 0)
        {
            return [];
        }

        double[][] similarity = new double[count][];
        double[] sums = new double[count];
        for (int i = 0; i < count; i++)
        {
            similarity[i] = new double[count];
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                double cosine = vectors[i].Cosine(vectors[j]);
                similarity[i][j] = cosine;
                similarity[j][i] = cosine;
                sums[i] += cosine;
                sums[j] += cosine;
            }
        }

        double[] scores = new double[count];
        Array.Fill(scores, 1.0 / count);
        for (int step = 0; step < Steps; step++)
        {
            double[] moved = new double[count];
            for (int i = 0; i < count; i++)
            {
                double arriving = 0;
                for (int j = 0; j < count; j++)
                {
                    arriving += sums[j] > 0 ? similarity[j][i] / sums[j] * scores[j] : 0;
                }

                moved[i] = ((1 - Damping) / count) + (Damping * arriving);
            }

            scores = moved;
        }

        double most = scores.Max();
        return [.. scores.Select(score => score / most)];
    }
}
