using ThesisApp.Core.Sources;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Knows from texts which words are names, so that a heading in title case can stand within a sentence, and a sentence behind words that lead into it.</summary>
internal sealed class Casing
{
    private readonly HashSet<string> _small = new(StringComparer.Ordinal);
    private readonly HashSet<string> _smallStems = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Learns from running text.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="common">Words in small letters that are known to be no names.</param>
    public Casing(IEnumerable<string> texts, IEnumerable<string>? common = null)
    {
        _small.UnionWith(common ?? []);
        foreach (string sentence in texts.SelectMany(SentenceSplitter.Split))
        {
            // The first word of a sentence is written large in any case.
            foreach (string word in Words.Of(sentence).Skip(1))
            {
                if (char.IsUpper(word[0]))
                {
                    _names.Add(Bare(word));
                }
                else if (_small.Add(Bare(word)))
                {
                    _smallStems.Add(Words.Stem(Bare(word)));
                }
            }
        }
    }

    /// <summary>The running text of a passage: of a table each cell, since its first word is written large as that of a sentence is; of a figure nothing, since captions may be in title case.</summary>
    public static IEnumerable<string> RunningText(Passage passage) => passage.Table is { } table ? table.Header.Concat(table.Rows.SelectMany(row => row)) : passage.Figure is null ? [passage.Text] : [];

    /// <summary>A heading as it stands within a sentence: small, but for names and abbreviations.</summary>
    public string InSentence(string heading) => string.Join(' ', heading.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Fit));

    /// <summary>Running text as it stands within a sentence: only its first word can change.</summary>
    public string Continuing(string text)
    {
        int space = text.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? Fit(text) : Fit(text[..space]) + text[space..];
    }

    /// <summary>A sentence as it stands behind words that lead into it; null where nothing tells whether its first word is a name.</summary>
    public string? BehindLead(string sentence)
    {
        string first = Words.Of(sentence).FirstOrDefault(string.Empty);
        if (first.Length == 0 || !sentence.StartsWith(first, StringComparison.Ordinal))
        {
            return null;
        }

        // M. Delorme and J. Smith begin with a name.
        if (first.Length == 1 && char.IsUpper(first[0]) && sentence.Length > 1 && sentence[1] == '.')
        {
            return sentence;
        }

        // What has a digit or a second capital is written so everywhere.
        string bare = Bare(first);
        if (first.Skip(1).Any(c => char.IsUpper(c) || char.IsDigit(c)) || char.IsDigit(first[0]))
        {
            return sentence;
        }

        string small = char.ToLowerInvariant(bare[0]) + bare[1..];
        bool name = _names.Contains(bare);

        // Human-readable and Check-out; but Git-based.
        int hyphen = bare.IndexOf('-', StringComparison.Ordinal);
        bool compound = hyphen > 0 && hyphen + 1 < bare.Length && char.IsLower(bare[hyphen + 1]) && !_names.Contains(bare[..hyphen]);
        bool common = StopWords.Contains(small) || _small.Contains(small) || compound;
        return common || (!name && _smallStems.Contains(Words.Stem(small)))
            ? char.ToLowerInvariant(sentence[0]) + sentence[1..]
            : name ? sentence : null;
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
