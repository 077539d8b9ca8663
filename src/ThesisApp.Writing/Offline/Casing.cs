using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Knows from texts which words are names, so that a heading in title case can stand within a sentence.</summary>
internal sealed class Casing
{
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Learns from running text.</summary>
    public Casing(IEnumerable<string> texts)
    {
        foreach (string sentence in texts.SelectMany(SentenceSplitter.Split))
        {
            // The first word of a sentence is written large in any case.
            foreach (string word in Words.Of(sentence).Skip(1))
            {
                (char.IsUpper(word[0]) ? _names : _small).Add(Bare(word));
            }
        }
    }

    /// <summary>A heading as it stands within a sentence: small, but for names and abbreviations.</summary>
    public string InSentence(string heading) => string.Join(' ', heading.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fit));

    /// <summary>Running text as it stands within a sentence: only its first word can change.</summary>
    public string Continuing(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Fit(text) : Fit(text[..space]) + text[space..];
    }

    private string Fit(string word)
    {
        // Each part of a compound by itself: Cross-Cutting, but Geo-Replication of SHA-1.
        int hyphen = word.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0 && hyphen < word.Length - 1 && word.All(c => char.IsLetter(c) || c == '-'))
        {
            return $"{Fit(word[..hyphen])}-{Fit(word[(hyphen + 1)..])}";
        }

        bool plain = word.Length > 0 && char.IsUpper(word[0]) && !word.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c));
        if (!plain)
        {
            return word;
        }

        string bare = Bare(Words.Of(word).FirstOrDefault(string.Empty));
        string small = char.ToLowerInvariant(word[0]) + word[1..];
        bool isName = bare.Length > 0 && _names.Contains(bare) && !_small.Contains(char.ToLowerInvariant(bare[0]) + bare[1..]);
        return isName ? word : small;
    }

    private static string Bare(string word) =>
        word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
}
