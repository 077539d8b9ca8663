using System.Globalization;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Cuts paragraphs into passages: whole sentences, neither too short to mean something nor too long to be cited.</summary>
internal static class PassageBuilder
{
    private const int EnoughWords = 60;
    private const int MostWords = 150;
    private const int MostSentenceWords = 120;

    public static IReadOnlyList<Passage> Build(string sourceId, IReadOnlyList<SourceParagraph> paragraphs)
    {
        List<Passage> passages = [];
        List<string> pending = [];
        int words = 0;
        SourceParagraph? place = null;

        foreach (SourceParagraph paragraph in paragraphs)
        {
            if (place is not null && (place.Heading != paragraph.Heading || place.Page != paragraph.Page))
            {
                Flush();
            }

            foreach (string sentence in SentenceSplitter.Split(paragraph.Text).SelectMany(Bound))
            {
                int count = CountWords(sentence);
                if (words > 0 && words + count > MostWords)
                {
                    Flush();
                }

                place ??= paragraph;
                pending.Add(sentence);
                words += count;
            }

            if (words >= EnoughWords)
            {
                Flush();
            }
        }

        Flush();
        return passages;

        void Flush()
        {
            if (place is not null && pending.Any(sentence => sentence.Any(char.IsLetter)))
            {
                int ordinal = passages.Count + 1;
                passages.Add(new Passage(
                    string.Create(CultureInfo.InvariantCulture, $"{sourceId}#{ordinal}"), sourceId, ordinal, place.Heading, place.Page, string.Join(' ', pending)));
            }

            pending.Clear();
            words = 0;
            place = null;
        }
    }

    // Text without any stop, a megabyte of it perhaps, is cut by words.
    private static IEnumerable<string> Bound(string sentence) =>
        CountWords(sentence) <= MostSentenceWords
            ? [sentence]
            : sentence.Split(' ').Chunk(MostSentenceWords).Select(chunk => string.Join(' ', chunk));

    private static int CountWords(string text) => text.Count(c => c == ' ') + 1;
}
