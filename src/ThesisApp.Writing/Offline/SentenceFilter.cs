using System.Text.RegularExpressions;
using ThesisApp.Core.Sources;
using ThesisApp.Writing.Offline.Wording;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Finds the sentences of a passage that can stand in another text: none that speaks to its reader, of its own pages or of what stood before it. A sentence that leans on the one before comes with it or not at all.</summary>
internal sealed partial class SentenceFilter(Phrasebook book)
{
    private const int FewestWords = 6;
    private const int MostWords = 48;
    private const int MostFollowers = 3;
    private const int ShortAnnouncement = 9;
    private const int LookedAt = 8;

    /// <summary>The units of a passage in their order.</summary>
    public IReadOnlyList<SentenceUnit> Units(Passage passage, int rank)
    {
        List<SentenceUnit> units = [];
        if (!passage.IsProse)
        {
            return units;
        }

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
            else if (current.Count > 0 && current.Count <= MostFollowers && SpeaksOfWhatWasSaid([.. Words.Of(sentence)]))
            {
                // '... lifted the restriction' stands by what tells of one, where that is there.
                current.Add(sentence);
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

    /// <summary>True if a sentence points back to one before it: by its first words (<c>This ...</c>), by a noun that was spoken of (<c>The change needed ...</c>), by a pointer (<c>... of this kind</c>) or by a connective (<c>Servers therefore ...</c>).</summary>
    public bool Leans(string sentence)
    {
        string[] all = [.. Words.Of(sentence)];
        string[] words = [.. all.Take(LookedAt)];
        if (words.Length == 0)
        {
            return false;
        }

        bool opens = book.Words("leaning").Contains(words[0])
            || book.Forms("leaning.phrases").Any(phrase => sentence.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && (sentence.Length == phrase.Length || !char.IsLetterOrDigit(sentence[phrase.Length])));
        bool noun = words.Length > 2
            && book.Words("leaning.articles").Contains(words[0])
            && book.Words("leaning.nouns").Contains(words[1])
            && !book.Words("leaning.unless").Contains(words[2]);
        return opens || noun || words.Skip(1).Any(word => book.Words("leaning.pointers").Contains(word) || book.Words("leaning.connectives").Contains(word))
            || Enumerable.Range(LookedAt, Math.Max(0, all.Length - 1 - LookedAt)).Any(i => PointsBack(all, i));
    }

    // Late in a sentence, 'these revisions' may point to what the sentence itself has named; where it has not, it points to one before.
    private bool PointsBack(string[] words, int i) =>
        book.Words("leaning.pointers").Contains(words[i])
        && !StopWords.Contains(words[i + 1])
        && !words.Take(i).Any(word => Words.Stem(word) == Words.Stem(words[i + 1]));

    /// <summary>True if a sentence points to no other, wherever in it: neither by a pointer nor by a noun for what was spoken of (<c>... lifted the restriction</c>).</summary>
    public bool StandsAlone(string sentence) => !Leans(sentence) && !Words.Of(sentence).Any(book.Words("leaning.pointers").Contains) && !SpeaksOfWhatWasSaid([.. Words.Of(sentence)]);

    // Nouns that take up what was said before (shell nouns: Schmid, English Abstract Nouns as Conceptual Shells, 2000), unless the sentence has named it itself, goes on to say which, or says it of something (is the case).
    private bool SpeaksOfWhatWasSaid(string[] words) => Enumerable.Range(1, Math.Max(0, words.Length - 1)).Any(i =>
        book.Words("leaning.articles").Contains(words[i - 1])
        && book.Words("leaning.nouns").Contains(words[i])
        && (i < 2 || !book.Words("copula").Contains(words[i - 2]))
        && (i + 1 == words.Length || !book.Words("leaning.unless").Contains(words[i + 1]))
        && !words.Take(i - 1).Any(word => Words.Stem(word) == Words.Stem(words[i])));

    private bool IsSound(string sentence)
    {
        int words = Words.Count(sentence);
        return words is >= FewestWords and <= MostWords
            && (char.IsUpper(sentence[0]) || char.IsDigit(sentence[0]) || sentence[0] is '“' or '"' or '«' or '„')
            && sentence[^1] is '.' or '”' or '"' or ')' or '»' or '“'
            && sentence.IndexOfAny(['?', '{', '}', '¿']) < 0
            && !sentence.Contains("://", StringComparison.Ordinal)
            && sentence.Count(c => c == '(') == sentence.Count(c => c == ')')
            && sentence.Count(c => c is '"') % 2 == 0
            && sentence.Count(char.IsLetter) * 2 > sentence.Length
            && !SpeaksToReader(sentence)
            && !SpeaksOfItself(sentence, words);
    }

    // A manual's voice: you, we, 'note that', 'run the command'.
    private bool SpeaksToReader(string sentence)
    {
        string[] words = [.. Words.Of(sentence)];
        return words.Any(book.Words("personal").Contains)
            || (words.Length > 1 && book.Words("imperative").Contains(words[0]) && book.Words("imperative.objects").Contains(words[1]));
    }

    // 'The paper ends with', 'as shown above', 'in Table 3', '[12]', 'Three reasons explain it'.
    private bool SpeaksOfItself(string sentence, int count)
    {
        string[] words = [.. Words.Of(sentence)];
        bool itself = words.Length > 2
            && (book.Words("leaning.articles").Contains(words[0]) || book.Words("leaning.pointers").Contains(words[0]))
            && book.Words("itself.nouns").Contains(words[1]) && book.Words("itself.verbs").Contains(words[2]);
        bool place = Enumerable.Range(0, Math.Max(0, words.Length - 1)).Any(i => book.Words("itself.nouns").Contains(words[i]) && char.IsDigit(words[i + 1][0]));
        bool announces = count <= ShortAnnouncement && (book.Words("counting").Contains(words[0]) || words.Any(book.Words("announcing").Contains));
        return itself || place || announces || NumberedReference().IsMatch(sentence)
            || book.Forms("deictic.phrases").Any(phrase => Phrase(sentence, phrase));
    }

    private static bool Phrase(string sentence, string phrase)
    {
        int at = sentence.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(sentence[at - 1])) && (at + phrase.Length == sentence.Length || !char.IsLetter(sentence[at + phrase.Length]));
    }

    [GeneratedRegex(@"\[\d+(?:\s?[,–-]\s?\d+)*\]", RegexOptions.CultureInvariant)]
    private static partial Regex NumberedReference();
}
