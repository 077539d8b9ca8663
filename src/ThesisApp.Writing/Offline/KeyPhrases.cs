using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Finds phrases of two words that recur: what a reader would search for, unlike the single words of <see cref="KeyTerms"/>.</summary>
internal static class KeyPhrases
{
    private const int FewestTimes = 2;

    /// <summary>Phrases, the most frequent first; no two share a word.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts, int count)
    {
        Dictionary<string, (int Times, string Form)> phrases = new(StringComparer.Ordinal);
        foreach (string sentence in texts.SelectMany(SentenceSplitter.Split))
        {
            foreach (string phrase in Pairs(sentence))
            {
                string key = string.Join(' ', phrase.Split(' ').Select(Words.Stem));
                (int times, string form) = phrases.GetValueOrDefault(key, (0, phrase));

                // The first form without a capital is the phrase's own.
                phrases[key] = (times + 1, char.IsUpper(form[0]) ? phrase : form);
            }
        }

        List<string> chosen = [];
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach ((string key, (int _, string form)) in phrases.Where(phrase => phrase.Value.Times >= FewestTimes).OrderByDescending(phrase => phrase.Value.Times).ThenBy(phrase => phrase.Key, StringComparer.Ordinal))
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

    private static IEnumerable<string> Pairs(string sentence)
    {
        string? before = null;
        int end = -1;
        int position = 0;
        foreach (string word in Words.Of(sentence))
        {
            int at = sentence.IndexOf(word, position, StringComparison.Ordinal);
            position = at + word.Length;

            // Only the space between two words makes a pair: a comma or a bracket parts them.
            if (before is not null && at == end + 1 && IsTelling(word) && KeyTerms.IsNounLike(word))
            {
                yield return $"{before} {word}";
            }

            before = IsTelling(word) ? word : null;
            end = position;
        }
    }

    private static bool IsTelling(string word) => word.Length > 2 && !StopWords.Contains(word) && word.All(c => char.IsLetter(c) || c == '-') && !KeyTerms.IsAdverb(word);
}
