namespace ThesisApp.Writing.Text;

/// <summary>Takes texts apart into words.</summary>
internal static class Words
{
    /// <summary>Words as written: letters, digits and inner hyphens, dots and apostrophes.</summary>
    public static IEnumerable<string> Of(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool inside = i < text.Length
                && (char.IsLetterOrDigit(text[i])
                    || (start >= 0 && text[i] is '-' or '’' or '\'' or '.' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && i > 0 && char.IsLetterOrDigit(text[i - 1])));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    /// <summary>Lower-case stems of the words that carry meaning.</summary>
    public static IEnumerable<string> Stems(string text) =>
        Of(text).Where(word => !StopWords.Contains(word)).Select(Stem);

    /// <summary>Number of words, as budgets count them.</summary>
    public static int Count(string text) => Core.Checks.DocumentChecks.CountWords(text);

    /// <summary>A light stem: plural and the commonest verb endings off (after Harman's S-stemmer, 1991); enough to bring a word's forms together.</summary>
    public static string Stem(string word)
    {
        string stem = word.ToLowerInvariant();

        // French l'eau and qu'elle: what stands before the apostrophe is an article or a pronoun.
        if (stem.Length > 4 && (stem[1] is '\'' or '’' || (stem[2] is '\'' or '’' && stem.StartsWith("qu", StringComparison.Ordinal))))
        {
            stem = stem[(stem.IndexOfAny(['\'', '’']) + 1)..];
        }

        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal))
        {
            return stem[..^3] + "y";
        }

        if (stem.Length > 5 && stem.EndsWith("ing", StringComparison.Ordinal))
        {
            return stem[..^3];
        }

        if (stem.Length > 4 && stem.EndsWith("ed", StringComparison.Ordinal))
        {
            return stem[..^2];
        }

        bool plural = stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i');
        return plural ? stem[..^1] : stem;
    }
}
