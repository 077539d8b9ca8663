using System.Collections.Frozen;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Finds the sentences of a passage that can stand in another text.</summary>
internal static class SentenceFilter
{
    private const int FewestWords = 6;
    private const int MostWords = 48;
    private const int MostFollowers = 2;

    // A sentence that opens so points back to one before it.
    private static readonly FrozenSet<string> LeaningOpeners = new[]
    {
        "this", "these", "those", "that", "it", "they", "he", "she", "its", "their", "his", "her", "such", "both", "another", "here", "there", "thus", "hence", "therefore",
        "however", "moreover", "furthermore", "nevertheless", "nonetheless", "similarly", "likewise", "also", "then", "consequently", "additionally", "instead", "otherwise",
        "finally", "secondly", "thirdly", "firstly", "but", "and", "or", "so", "yet", "still", "accordingly", "conversely", "meanwhile", "again", "neither", "either", "the latter",
        "subsequently", "afterwards", "besides", "indeed", "for example", "for instance", "in addition", "in contrast", "by contrast", "as a result", "on the other hand", "in turn",
        "the former", "the same", "the other", "the second", "the third", "one reason", "one consequence", "a second", "a third", "a further", "a related", "even so", "in this",
        "in that", "at that", "under this", "with this", "for this", "from this", "to this", "because of this",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> PersonalWords = new[] { "i", "we", "our", "us", "my", "you", "your" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The units of a passage in their order.</summary>
    public static IReadOnlyList<SentenceUnit> Units(Passage passage, int rank)
    {
        List<SentenceUnit> units = [];
        List<string> current = [];
        int start = 0;
        IReadOnlyList<string> sentences = SentenceSplitter.Split(passage.Text);
        for (int i = 0; i < sentences.Count; i++)
        {
            string sentence = sentences[i];
            if (!IsSound(sentence))
            {
                Flush();
            }
            else if (!Leans(sentence))
            {
                Flush();
                start = i;
                current.Add(sentence);
            }
            else if (current.Count is > 0 and <= MostFollowers)
            {
                current.Add(sentence);
            }
            else
            {
                Flush();
            }
        }

        Flush();
        return units;

        void Flush()
        {
            if (current.Count > 0)
            {
                units.Add(new SentenceUnit(passage, rank, start, [.. current], current.Sum(Words.Count)));
                current.Clear();
            }
        }
    }

    private static bool IsSound(string sentence)
    {
        int words = Words.Count(sentence);
        return words is >= FewestWords and <= MostWords
            && (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || sentence[0] is '“' or '"')
            && sentence[^1] is '.' or '”' or '"' or ')'
            && !sentence.Contains('?', StringComparison.Ordinal)
            && !sentence.Contains("://", StringComparison.Ordinal)
            && !sentence.Contains('{', StringComparison.Ordinal)
            && !sentence.Contains('}', StringComparison.Ordinal)
            && sentence.Count(c => c == '(') == sentence.Count(c => c == ')')
            && sentence.Count(c => c is '"') % 2 == 0
            && sentence.Count(char.IsLetter) * 2 > sentence.Length
            && !Words.Of(sentence).Any(PersonalWords.Contains);
    }

    /// <summary>True if a sentence points back to one before it.</summary>
    public static bool Leans(string sentence)
    {
        string[] words = [.. Words.Of(sentence).Take(4)];
        return Enumerable.Range(1, words.Length).Any(count => LeaningOpeners.Contains(string.Join(' ', words, 0, count)));
    }
}
