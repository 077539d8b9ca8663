using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Finds what a text is about: words and pairs of words that recur in it, in the form in which it writes them.</summary>
internal static class KeyTerms
{
    private const int ShortestWord = 4;

    /// <summary>Terms, most telling first; none contains another.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">Most terms to return.</param>
    /// <param name="avoid">Terms not wanted again, such as the thesis's topic.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> texts, int count, IEnumerable<string>? avoid = null)
    {
        HashSet<string> avoided = (avoid ?? []).SelectMany(Words.Stems).ToHashSet(StringComparer.Ordinal);
        Dictionary<string, (double Score, string Form)> terms = new(StringComparer.Ordinal);
        foreach (string sentence in texts.SelectMany(SentenceSplitter.Split))
        {
            Collect(sentence, avoided, terms);
        }

        List<string> chosen = [];
        foreach ((string form, _) in terms
            .OrderByDescending(term => term.Value.Score)
            .ThenBy(term => term.Key, StringComparer.Ordinal)
            .Select(term => (term.Value.Form, term.Key)))
        {
            HashSet<string> stems = Words.Of(form).Select(Words.Stem).ToHashSet(StringComparer.Ordinal);
            if (!chosen.Any(other => Words.Of(other).Select(Words.Stem).Any(stems.Contains)))
            {
                chosen.Add(form);
            }

            if (chosen.Count == count)
            {
                break;
            }
        }

        return chosen;
    }

    private static void Collect(string sentence, HashSet<string> avoided, Dictionary<string, (double Score, string Form)> terms)
    {
        string? before = null;
        int end = -1;
        int position = 0;
        foreach (string word in Words.Of(sentence))
        {
            int at = sentence.IndexOf(word, position, StringComparison.Ordinal);
            position = at + word.Length;
            bool telling = word.Length >= ShortestWord && !StopWords.Contains(word) && !word.Any(char.IsDigit) && !IsAdverb(word);
            if (!telling)
            {
                before = null;
                continue;
            }

            // Only the space between two words makes a pair: a comma or a bracket parts them.
            if (before is not null && at == end + 1)
            {
                Add($"{before} {word}", 1.9);
            }

            if (!avoided.Contains(Words.Stem(word)))
            {
                Add(word, IsNounLike(word) ? 1 : 0.35);
            }

            before = word;
            end = position;
        }

        void Add(string form, double weight)
        {
            string key = string.Join(' ', form.Split(' ').Select(Words.Stem));
            (double score, string known) = terms.GetValueOrDefault(key, (0, form));

            // The form without a capital is the word's own, unless it is a name and has no other.
            string better = char.IsLower(form[0]) && char.IsUpper(known[0]) ? form : known;
            terms[key] = (score + weight, better);
        }
    }

    internal static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.Ordinal);

    internal static bool IsNounLike(string word) =>
        !(word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("able", StringComparison.Ordinal)
            || word.EndsWith("ful", StringComparison.Ordinal) || word.EndsWith("ive", StringComparison.Ordinal) || word.EndsWith("ous", StringComparison.Ordinal)
            || word.EndsWith("ical", StringComparison.Ordinal) || word.EndsWith("ent", StringComparison.Ordinal));
}
