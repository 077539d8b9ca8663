using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ThesisApp.Core.Sources;

namespace ThesisApp.Documents.Sources;

/// <summary>Cuts paragraphs into passages: whole sentences, neither too short to mean something nor too long to be cited.</summary>
internal static class PassageBuilder
{
    private const int EnoughWords = 60;
    private const int MostWords = 150;
    private const int MostSentenceWords = 120;
    private const int MostSentenceLength = 2_000;
    private const int MostWordLength = 200;
    private const int NameBytes = 6;

    public static IReadOnlyList<Passage> Build(string sourceId, IReadOnlyList<SourceParagraph> paragraphs)
    {
        List<Passage> passages = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<string> pending = [];
        int words = 0;
        SourceParagraph? place = null;

        foreach (SourceParagraph paragraph in paragraphs)
        {
            if (place is not null && (place.Heading != paragraph.Heading || place.Page != paragraph.Page))
            {
                Flush();
            }

            if (paragraph.Table is { } table)
            {
                Flush();
                string text = $"{paragraph.Text}. {string.Join("; ", table.Rows.Prepend(table.Header).Select(row => string.Join(" | ", row)))}";
                passages.Add(new Passage($"{sourceId}#{NameOf(text)}", sourceId, passages.Count + 1, paragraph.Heading, paragraph.Page, text) { Table = table });
                continue;
            }

            if (paragraph.Figure is { } figure)
            {
                Flush();
                string text = $"{paragraph.Text}.";
                passages.Add(new Passage($"{sourceId}#{NameOf(text)}", sourceId, passages.Count + 1, paragraph.Heading, paragraph.Page, text) { Figure = figure });
                continue;
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
                string text = string.Join(' ', pending);
                passages.Add(new Passage($"{sourceId}#{NameOf(text)}", sourceId, passages.Count + 1, place.Heading, place.Page, text));
            }

            pending.Clear();
            words = 0;
            place = null;
        }

        // Named by its text, so that an edit elsewhere in the source renames no passage; a text that stands there twice is numbered.
        string NameOf(string text)
        {
            string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, NameBytes));
            int times = seen[name] = seen.GetValueOrDefault(name) + 1;
            return times == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{times}");
        }
    }

    // Text without any stop, a megabyte of it perhaps, is cut by words; and without any space, by letters.
    private static IEnumerable<string> Bound(string sentence) =>
        CountWords(sentence) <= MostSentenceWords && sentence.Length <= MostSentenceLength
            ? [sentence]
            : sentence.Split(' ').SelectMany(Cut).Chunk(MostSentenceWords).Select(chunk => string.Join(' ', chunk));

    private static IEnumerable<string> Cut(string word)
    {
        int start = 0;
        while (word.Length - start > MostWordLength)
        {
            int end = start + MostWordLength;
            end -= char.IsHighSurrogate(word[end - 1]) ? 1 : 0;
            yield return word[start..end];
            start = end;
        }

        yield return word[start..];
    }

    private static int CountWords(string text) => text.Count(c => c == ' ') + 1;
}
