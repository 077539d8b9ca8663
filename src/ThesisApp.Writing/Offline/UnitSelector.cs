using System.Text.RegularExpressions;

namespace ThesisApp.Writing.Offline;

/// <summary>Chooses what to borrow: relevance to the section and centrality, against likeness to what is chosen already (maximal marginal relevance, Carbonell and Goldstein, SIGIR 1998).</summary>
internal static partial class UnitSelector
{
    private const double RelevanceShare = 0.7;
    private const double TooAlike = 0.75;

    private const double CueShare = 0.25;

    // What tells what an abbreviation stands for is needed wherever it stands.
    private const double Introduces = 0.3;

    // Sentences that follow each other in the source are easier to follow here, too.
    private const double Neighbour = 0.08;

    /// <summary>Units whose words come as near to a number as whole units allow.</summary>
    /// <param name="units">The units.</param>
    /// <param name="query">What the section is about.</param>
    /// <param name="kind">What its question asks for.</param>
    /// <param name="words">Words wanted.</param>
    public static IReadOnlyList<SentenceUnit> Select(IReadOnlyList<SentenceUnit> units, string query, QuestionKind kind, int words)
    {
        if (units.Count == 0 || words <= 0)
        {
            return [];
        }

        IReadOnlyList<TermVector> vectors = TermVector.Of([.. units.Select(unit => unit.Text), query]);
        TermVector queryVector = vectors[^1];
        vectors = [.. vectors.Take(units.Count)];
        double[] centrality = LexRank.Score(vectors);
        double[] worth = new double[units.Count];
        int lastRank = Math.Max(1, units.Max(unit => unit.PassageRank));
        for (int i = 0; i < units.Count; i++)
        {
            double retrieved = 1 - (units[i].PassageRank / (double)(lastRank + 1));
            worth[i] = (0.4 * retrieved) + (0.3 * vectors[i].Cosine(queryVector)) + (0.2 * centrality[i]) + (units[i].Position == 0 ? 0.1 : 0) + (Introduction().IsMatch(units[i].Text) ? Introduces : 0) + (CueShare * kind.CuesIn(units[i].Text));
        }

        return Pick(units, vectors, worth, words);
    }

    private static List<SentenceUnit> Pick(IReadOnlyList<SentenceUnit> units, IReadOnlyList<TermVector> vectors, double[] worth, int words)
    {
        List<SentenceUnit> picked = [];
        double[] nearest = new double[units.Count];
        bool[] gone = new bool[units.Count];
        bool[] beside = new bool[units.Count];
        int have = 0;
        while (have < words)
        {
            int best = -1;
            double bestScore = double.NegativeInfinity;
            for (int i = 0; i < units.Count; i++)
            {
                double score = (RelevanceShare * worth[i]) - ((1 - RelevanceShare) * nearest[i]) + (beside[i] ? Neighbour : 0);
                if (!gone[i] && nearest[i] < TooAlike && score > bestScore)
                {
                    best = i;
                    bestScore = score;
                }
            }

            if (best < 0)
            {
                break;
            }

            gone[best] = true;
            SentenceUnit unit = Shorten(units[best], words - have);

            // The last one is taken only if it brings the sum nearer.
            if (have + unit.Words - words > words - have)
            {
                continue;
            }

            picked.Add(unit);
            have += unit.Words;
            for (int i = 0; i < units.Count; i++)
            {
                nearest[i] = Math.Max(nearest[i], vectors[i].Cosine(vectors[best]));
                beside[i] |= Follows(units[i], units[best]) || Follows(units[best], units[i]);
            }
        }

        return picked;
    }

    private static bool Follows(SentenceUnit one, SentenceUnit other) => one.Passage.Id == other.Passage.Id && one.Position == other.Position + other.Sentences.Count;

    // Followers may be left off, the sentence that they lean on may not.
    private static SentenceUnit Shorten(SentenceUnit unit, int room)
    {
        List<string> sentences = [.. unit.Sentences];
        int words = unit.Words;
        while (sentences.Count > 1 && words > room)
        {
            words -= Text.Words.Count(sentences[^1]);
            sentences.RemoveAt(sentences.Count - 1);
        }

        return sentences.Count == unit.Sentences.Count ? unit : unit with { Sentences = sentences, Words = words };
    }

    // 'the Source Code Control System, SCCS, as', 'Revision Control System (RCS)'.
    [GeneratedRegex(@"(?:\p{Lu}[\p{L}-]+ ){1,5}\p{Lu}[\p{L}-]+,? \(?\p{Lu}{2,6}[,)]", RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();
}
