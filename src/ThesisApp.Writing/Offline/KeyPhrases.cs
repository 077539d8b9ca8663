using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Finds phrases of two words, or of three where two of them seldom stand without the third, that recur: what a reader would search for, unlike the single words of <see cref="KeyTerms"/>.</summary>
internal static class KeyPhrases
{
    private const int FewestTimes = 2;
    private const int FewestGroups = 2;
    private const int FewestShared = 3;
    private const double SeldomWithout = 0.6;

    /// <summary>Phrases, the most frequent first; no two share a word.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts, int count)
    {
        Dictionary<string, (int Times, string Form)> pairs = new(StringComparer.Ordinal);
        Dictionary<string, (int Times, string Form)> triples = new(StringComparer.Ordinal);
        foreach (string[] run in texts.SelectMany(SentenceSplitter.Split).SelectMany(Runs))
        {
            Count(run, 2, pairs);
            Count(run, 3, triples);
        }

        List<string> chosen = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach ((string key, (int times, string form)) in pairs.Where(phrase => phrase.Value.Times >= FewestTimes).OrderByDescending(phrase => phrase.Value.Times).ThenBy(phrase => phrase.Key, StringComparer.Ordinal))
        {
            // 'distributed version' is half of 'distributed version control'.
            (string whole, (int Times, string Form) longer) = triples
                .Where(triple => triple.Key.StartsWith(key + " ", StringComparison.Ordinal) || triple.Key.EndsWith(" " + key, StringComparison.Ordinal))
                .OrderByDescending(triple => triple.Value.Times).ThenBy(triple => triple.Key, StringComparer.Ordinal)
                .Select(triple => (triple.Key, triple.Value)).FirstOrDefault((string.Empty, (0, string.Empty)));
            bool extended = longer.Times >= FewestTimes && longer.Times >= times * SeldomWithout;
            string[] stems = (extended ? whole : key).Split(' ');
            if (chosen.Count < count && !stems.Any(used.Contains))
            {
                chosen.Add(extended ? longer.Form : form);
                used.UnionWith(stems);
            }
        }

        return chosen;
    }

    /// <summary>Phrases of two words that stand in several of the groups: in the most groups first, then the most frequent; no two share a word.</summary>
    /// <param name="groups">The texts of each group.</param>
    /// <param name="count">Most phrases to return.</param>
    public static IReadOnlyList<string> Shared(IReadOnlyList<IEnumerable<string>> groups, int count)
    {
        Dictionary<string, (int Groups, int Times, string Form)> found = new(StringComparer.Ordinal);
        foreach (IEnumerable<string> texts in groups)
        {
            Dictionary<string, (int Times, string Form)> pairs = new(StringComparer.Ordinal);
            foreach (string[] run in texts.SelectMany(SentenceSplitter.Split).SelectMany(Runs))
            {
                Count(run, 2, pairs);
            }

            foreach ((string key, (int times, string form)) in pairs)
            {
                (int before, int sum, string known) = found.GetValueOrDefault(key, (0, 0, form));
                found[key] = (before + 1, sum + times, char.IsUpper(known[0]) ? form : known);
            }
        }

        List<string> chosen = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach ((string key, (_, _, string form)) in found.Where(phrase => phrase.Value.Groups >= FewestGroups && phrase.Value.Times >= FewestShared)
            .OrderByDescending(phrase => phrase.Value.Groups).ThenByDescending(phrase => phrase.Value.Times).ThenBy(phrase => phrase.Key, StringComparer.Ordinal))
        {
            string[] stems = key.Split(' ');
            if (chosen.Count < count && !stems.Any(used.Contains))
            {
                chosen.Add(form);
                used.UnionWith(stems);
            }
        }

        return chosen;
    }

    // Every place where a number of telling words stand in a row, the last of them a noun.
    private static void Count(string[] run, int length, Dictionary<string, (int Times, string Form)> counts)
    {
        for (int i = 0; i + length <= run.Length; i++)
        {
            string[] words = run[i..(i + length)];
            if (!KeyTerms.IsNounLike(words[^1]))
            {
                continue;
            }

            string phrase = string.Join(' ', words);
            string key = string.Join(' ', words.Select(Words.Stem));
            (int times, string form) = counts.GetValueOrDefault(key, (0, phrase));

            // The first form without a capital is the phrase's own.
            counts[key] = (times + 1, char.IsUpper(form[0]) ? phrase : form);
        }
    }

    // Telling words with nothing but a space between them: a comma or a bracket parts them, and so does a word that tells nothing.
    private static IEnumerable<string[]> Runs(string sentence)
    {
        List<string> run = [];
        int end = -1;
        int position = 0;
        foreach (string word in Words.Of(sentence))
        {
            int at = sentence.IndexOf(word, position, StringComparison.Ordinal);
            position = at + word.Length;
            bool telling = IsTelling(word);
            if (!telling || at != end + 1)
            {
                if (run.Count > 1)
                {
                    yield return [.. run];
                }

                run.Clear();
            }

            if (telling)
            {
                run.Add(word);
            }

            end = position;
        }

        if (run.Count > 1)
        {
            yield return [.. run];
        }
    }

    private static bool IsTelling(string word) => word.Length > 2 && !StopWords.Contains(word) && word.All(c => char.IsLetter(c) || c == '-') && !KeyTerms.IsAdverb(word);
}
