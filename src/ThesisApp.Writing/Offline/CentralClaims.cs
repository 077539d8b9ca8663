using ThesisApp.Core.Drafts;
using ThesisApp.Writing.Offline.Wording;

namespace ThesisApp.Writing.Offline;

/// <summary>Chooses the sentences that stand for a section elsewhere: central in it (LexRank), near to what was asked, of the kind that answers it, able to stand alone, and from more than one work where there are more.</summary>
internal static class CentralClaims
{
    private const double TooAlike = 0.5;
    private const double CueWeight = 1.5;
    private const double HeadingWeight = 1.2;
    private const double SameWork = 0.5;
    private const double CaseWeight = 0.8;

    // Two statements from under one heading answer one part of a question, unless the heading asks the same.
    private const double SameHeading = 0.4;

    // What speaks of what was asked about in the question's own words.
    private const double AskedWeight = 0.5;
    private const double WordsAsked = 2;

    // 'The header offers': which one, a reader asks who has not read what stood before (given and new: Prince, Toward a Taxonomy of Given-New Information, 1981).
    private const double Unknown = 0.7;

    // 'Because' gives a reason of something; of what was asked about only where the statement speaks of that.
    private const double ReasonOfElse = 0.5;
    private const int Opening = 3;
    private const int OfNoun = 3;
    private const int FewestWords = 9;
    private const int MostWords = 34;

    /// <summary>Borrowed sentences, the weightiest first, no two alike. None that is marked: elsewhere it would stand without its mark.</summary>
    /// <param name="paragraphs">The section's text.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="count">Most sentences to return.</param>
    /// <param name="book">The wording.</param>
    /// <param name="kind">What the question asks for, or null.</param>
    /// <param name="headings">The heading that each passage stands under, where that is known.</param>
    /// <param name="ofCase">The works that speak of the case, where that counts: what is said of others is no finding.</param>
    public static IReadOnlyList<Sentence> Of(
        IReadOnlyList<Paragraph> paragraphs, string query, int count, Phrasebook book, QuestionKind? kind = null, IReadOnlyDictionary<string, string?>? headings = null, IReadOnlySet<string>? ofCase = null)
    {
        SentenceFilter filter = new(book);
        Sentence[] sentences =
        [
            .. paragraphs.Where(paragraph => !paragraph.IsFloat).SelectMany(paragraph => paragraph.Sentences)
                .Where(sentence => sentence.IsBorrowed && sentence.Mark is null && Text.Words.Count(sentence.Borrowed) is >= FewestWords and <= MostWords && filter.StandsAlone(sentence.Borrowed)),
        ];
        if (sentences.Length == 0)
        {
            return [];
        }

        HashSet<string> own = Text.Words.Stems(query).ToHashSet(StringComparer.Ordinal);
        HashSet<string> wanted = Text.Words.Stems(kind is null ? query : $"{query} {string.Join(' ', book.Words($"ask.{kind.Name}"))}").ToHashSet(StringComparer.Ordinal);
        IReadOnlyList<TermVector> vectors = TermVector.Of([.. sentences.Select(sentence => sentence.Borrowed), query]);
        TermVector asked = vectors[^1];
        vectors = [.. vectors.Take(sentences.Length)];
        double[] centrality = LexRank.Score(vectors);
        double[] worth = [.. sentences.Select((sentence, i) => centrality[i] + vectors[i].Cosine(asked) + (CueWeight * Cues(sentence)) + (AskedWeight * Math.Min(1, Text.Words.Stems(sentence.Borrowed).Distinct(StringComparer.Ordinal).Count(own.Contains) / WordsAsked)) - (TakesForKnown(sentence) ? Unknown : 0) + (HeadingWeight * Asked(sentence)) + (ofCase?.Contains(sentence.Citations[0].Key) == true ? CaseWeight : 0))];
        Dictionary<string, int> taken = new(StringComparer.Ordinal);
        List<int> chosen = [];
        while (chosen.Count < count)
        {
            int best = Enumerable.Range(0, sentences.Length)
                .Where(i => !chosen.Contains(i) && chosen.TrueForAll(other => vectors[other].Cosine(vectors[i]) < TooAlike))
                .OrderByDescending(i => worth[i] - (SameWork * taken.GetValueOrDefault(sentences[i].Citations[0].Key)) - (SameHeading * chosen.Count(other => HeadingOf(sentences[other]) is { } heading && heading == HeadingOf(sentences[i]) && kind?.IsAskedIn(heading) != true))).ThenBy(i => i)
                .FirstOrDefault(-1);
            if (best < 0)
            {
                break;
            }

            chosen.Add(best);
            string key = sentences[best].Citations[0].Key;
            taken[key] = taken.GetValueOrDefault(key) + 1;
        }

        return [.. chosen.Select(i => sentences[i])];

        string? HeadingOf(Sentence sentence) => headings?.GetValueOrDefault(sentence.Citations[0].PassageId);

        double Cues(Sentence sentence) =>
            kind is null ? 0 : kind.CuesIn(sentence.Borrowed) * (kind.Name == QuestionKind.Cause && !Text.Words.Stems(sentence.Borrowed).Any(wanted.Contains) ? ReasonOfElse : 1);

        // Among the first words an article that marks what is known, before a noun that was not asked about and that nothing behind it tells apart; or the number of one among several (Version 2).
        bool TakesForKnown(Sentence sentence)
        {
            string[] words = [.. Text.Words.Of(sentence.Borrowed)];
            bool numbered = words.Length > 1 && !char.IsDigit(words[0][0]) && char.IsDigit(words[1][0]);
            return numbered || Enumerable.Range(0, Math.Min(Opening, words.Length)).Where(i => book.Words("known").Contains(words[i]))
                .Select(i => words.Skip(i + 1).Take(OfNoun).ToArray())
                .Any(noun => !noun.Skip(1).Any(book.Words("leaning.unless").Contains) && !noun.Select(Text.Words.Stem).Any(wanted.Contains));
        }

        // How much of the heading is the question's: under 'Who drives the changes' stands what drove them.
        double Asked(Sentence sentence)
        {
            string[] stems = [.. Text.Words.Stems(HeadingOf(sentence) ?? string.Empty)];
            return stems.Length == 0 ? 0 : stems.Count(wanted.Contains) / (double)stems.Length;
        }
    }
}
