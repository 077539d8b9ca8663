using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ThesisApp.Core.Checks.Wording;

namespace ThesisApp.Core.Consistency;

/// <summary>Tells two spellings of one term from two terms, so that a machine may make one like the other.</summary>
public static partial class SpellingVariants
{
    // To shut down is a verb and a shutdown is none: which of both it is a machine does not see.
    private static readonly FrozenSet<string> Particles =
        new[] { "down", "out", "off", "away", "over", "through", "back", "together", "around", "along", "ahead", "apart", "aside", "forward", "under" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True if both are one term, spelt as one word here and as two (or with a hyphen) there, or the British and the American way; and the second is no worse in the thesis's language.</summary>
    /// <remarks>A hyphen against a space decides nothing: compounds are written with the one before a noun and with the other behind it.</remarks>
    /// <param name="variant">The spelling that is to go.</param>
    /// <param name="preferred">The one that is to stay.</param>
    /// <param name="language">The thesis's language (BCP 47).</param>
    public static bool MayBecome(string variant, string preferred, string language)
    {
        ArgumentNullException.ThrowIfNull(variant);
        ArgumentNullException.ThrowIfNull(preferred);
        ArgumentNullException.ThrowIfNull(language);
        if (!IsTerm().IsMatch(variant) || !IsTerm().IsMatch(preferred) || string.Equals(variant, preferred, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        string[] before = Parts().Split(variant.ToLowerInvariant());
        string[] after = Parts().Split(preferred.ToLowerInvariant());
        if (string.Concat(before) == string.Concat(after))
        {
            string[] compound = before.Length > 1 ? before : after;
            return (before.Length == 1 || after.Length == 1) && compound.Length == 2 && TermVariants.IsCompound(compound[0], compound[1]) && !Particles.Contains(compound[1]);
        }

        // Word by word, since a compound may hold one of them.
        return language.StartsWith("en", StringComparison.OrdinalIgnoreCase)
            && before.Length == after.Length
            && before.Zip(after).All(pair => pair.First == pair.Second || Spellings.MayBecome(pair.First, pair.Second, language));
    }

    [GeneratedRegex(@"^\p{L}[\p{L}\p{N} -]{2,58}[\p{L}\p{N}]$", RegexOptions.CultureInvariant)]
    private static partial Regex IsTerm();

    [GeneratedRegex("[ -]+")]
    private static partial Regex Parts();
}
