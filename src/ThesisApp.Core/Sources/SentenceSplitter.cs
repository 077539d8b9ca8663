using System.Collections.Frozen;

namespace ThesisApp.Core.Sources;

/// <summary>Splits running text into sentences by rules: final stops, unless an abbreviation, an initial, a number or a lower-case word shows that the sentence goes on.</summary>
public static class SentenceSplitter
{
    private const string Closers = "\"'”“’)]»";

    private static readonly FrozenSet<string> Abbreviations = new[]
    {
        "e.g", "i.e", "cf", "etc", "vs", "al", "fig", "figs", "eq", "eqs", "sec", "ch", "chap", "vol", "no", "nos", "pp", "p", "ed", "eds", "dr", "prof", "mr", "mrs",
        "ms", "st", "jr", "inc", "ltd", "co", "corp", "approx", "ca", "resp", "tab", "ref", "refs", "viz", "u.s", "u.k", "a.m", "p.m", "ph.d", "b.c", "a.d",
        "z.b", "d.h", "u.a", "o.ä", "abschn", "kap", "nr", "bd", "hrsg", "aufl", "ggf", "evtl", "sog", "bspw", "inkl", "insb", "jh", "mio", "mrd", "z", "d", "u", "o",
        "mme", "mlle", "mm", "av", "apr", "env", "éd", "sr", "sra", "dra", "ud", "uds", "pág", "págs", "núm", "ej", "p.ej", "ee", "uu", "aprox", "bzw", "usw", "vgl", "abb", "jan", "feb", "mar", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // German writes ordinals with a stop: am 3. Februar, im 19. Jahrhundert.
    private static readonly string[] GermanAfterOrdinal =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember", "Jahrhundert", "Jahrhunderts", "Auflage", "Kapitel"];

    /// <summary>The sentences of a paragraph whose white space is folded. Joined by spaces they give the paragraph again.</summary>
    public static IReadOnlyList<string> Split(string paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        List<string> sentences = [];
        int start = 0;
        for (int i = 0; i < paragraph.Length; i++)
        {
            if (paragraph[i] is not ('.' or '!' or '?' or '…'))
            {
                continue;
            }

            int end = i + 1;
            int stop = i;
            while (end < paragraph.Length && (paragraph[end] is '.' or '!' or '?' || Closers.Contains(paragraph[end], StringComparison.Ordinal)))
            {
                stop = paragraph[end] is '.' or '!' or '?' ? end : stop;
                end++;
            }

            // French sets a space before the mark that closes a quotation.
            if (end + 1 < paragraph.Length && paragraph[end] is ' ' or '\u00A0' or '\u202F' && paragraph[end + 1] == '»')
            {
                end += 2;
            }

            // Behind the whole run of stops, so that a line of a million dots is looked at once.
            i = end - 1;
            if (end < paragraph.Length && (paragraph[end] != ' ' || !EndsHere(paragraph, start, stop, end)))
            {
                continue;
            }

            sentences.Add(paragraph[start..end]);
            start = Math.Min(end + 1, paragraph.Length);
        }

        if (start < paragraph.Length)
        {
            sentences.Add(paragraph[start..]);
        }

        return sentences;
    }

    private static bool EndsHere(string text, int start, int stop, int end)
    {
        char next = text.AsSpan(end + 1).TrimStart("\"'“‘([«„¿¡") is { Length: > 0 } rest ? rest[0] : 'A';
        if (char.IsLower(next))
        {
            return false;
        }

        if (text[stop] != '.')
        {
            return true;
        }

        int wordStart = stop;
        while (wordStart > start && text[wordStart - 1] is not (' ' or '(' or '['))
        {
            wordStart--;
        }

        string word = text[wordStart..stop];
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit) && GermanAfterOrdinal.Any(name => text.AsSpan(end + 1).StartsWith(name, StringComparison.Ordinal)))
        {
            return false;
        }

        bool initial = word.Length == 1 && char.IsUpper(word[0]);
        bool list = word.Length is > 0 and <= 2 && word.All(char.IsAsciiDigit) && wordStart == start;
        return !initial && !list && !Abbreviations.Contains(word);
    }
}
