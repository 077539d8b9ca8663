using System.Globalization;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>Connecting sentences of the writer's own. They say what comes, never what was found: claims come from sources alone.</summary>
internal static class Phrases
{
    // {0} the paragraph's theme, {1} a term of it, {2} another.
    private static readonly Dictionary<string, string[]> Openers = new(StringComparer.Ordinal)
    {
        [SectionRoles.Introduction] =
        [
            "A first point of departure is {0}.", "The setting is shaped by {0}.", "Part of the background is {0}, and with it {1}.", "To this belongs {0}.",
            "The question of {0} leads on to {1} and {2}.", "Behind this stands {0}.",
        ],
        [SectionRoles.Literature] =
        [
            "One line of work is concerned with {0}.", "The sources treat {0} in connection with {1} and {2}.", "Closely related is the literature on {0}.", "On {0}, the sources are more specific about {1}.",
            "A separate body of work deals with {0}.", "Writings on {0} turn to {1} and {2}.", "The discussion of {0} adds a view on {1}.",
        ],
        [SectionRoles.Framework] =
        [
            "A first element of the framework is {0}.", "The framework takes {0} together with {1}.", "A second construct is {0}.", "From {0} follows an interest in {1} and {2}.", "The perspective extends to {0}.",
        ],
        [SectionRoles.Methodology] =
        [
            "On {0}, the methodological sources give the following guidance.", "A second methodological concern is {0}.", "The choice rests on what is known of {0}.", "With regard to {0}, the literature on method stresses {1}.",
            "For {0}, the sources discuss {1} and {2}.",
        ],
        [SectionRoles.Case] =
        [
            "One part of the case is {0}.", "The case further comprises {0}.", "Of the case's elements, {0} concerns {1} and {2}.", "Another part is {0}.", "The description turns to {0}.",
        ],
        [SectionRoles.Results] =
        [
            "A first body of evidence concerns {0}.", "Further evidence bears on {0}.", "The sources document {0} with respect to {1} and {2}.", "Evidence of another kind comes from {0}.", "On {0}, the sources report the following.",
            "The record also covers {0}.",
        ],
        [SectionRoles.Discussion] =
        [
            "One consideration is {0}.", "The findings are to be read against {0}.", "A second consideration is {0}, and with it {1}.", "What the sources say of {0} bears on {1} and {2}.", "A further point is {0}.",
        ],
        [SectionRoles.Conclusion] =
        [
            "One open thread is {0}.", "Beyond this lies {0}.", "A further thread is {0}, with {1}.", "There remains {0}.",
        ],
    };

    /// <summary>The sentence that opens a paragraph.</summary>
    /// <param name="role">The section's role.</param>
    /// <param name="sectionId">Varies the choice between sections.</param>
    /// <param name="index">The paragraph's place in the section: no form comes twice before all have come.</param>
    /// <param name="theme">What the paragraph is about.</param>
    /// <param name="terms">Terms of the paragraph.</param>
    public static string Opener(string role, string sectionId, int index, string theme, IReadOnlyList<string> terms)
    {
        string[] forms = Openers.GetValueOrDefault(role) ?? Openers[SectionRoles.Literature];
        HashSet<string> themeStems = Words.Stems(theme).ToHashSet(StringComparer.Ordinal);
        string[] others = [.. terms.Where(term => !Words.Stems(term).Any(themeStems.Contains))];

        // The first paragraph takes a form that can open; the rest follow in turn from a place of the section's own.
        int offset = index == 0 ? 0 : 1 + (int)((StableHash.Of(sectionId) + (uint)(index - 1)) % (uint)(forms.Length - 1));
        for (int i = 0; i < forms.Length; i++)
        {
            string form = forms[(offset + i) % forms.Length];
            int wanted = form.Contains("{2}", StringComparison.Ordinal) ? 2 : form.Contains("{1}", StringComparison.Ordinal) ? 1 : 0;
            if (others.Length >= wanted)
            {
                return Capital(string.Format(CultureInfo.InvariantCulture, form, theme, others.ElementAtOrDefault(0), others.ElementAtOrDefault(1)));
            }
        }

        return Capital(string.Format(CultureInfo.InvariantCulture, forms[0], theme));
    }

    /// <summary>a; a and b; a, b and c.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "the matter at hand",
        1 => items[0],
        _ => $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}",
    };

    /// <summary>first, second, ...; beyond ten the number itself.</summary>
    public static string Ordinal(int number) => number switch
    {
        1 => "first",
        2 => "second",
        3 => "third",
        4 => "fourth",
        5 => "fifth",
        6 => "sixth",
        7 => "seventh",
        8 => "eighth",
        9 => "ninth",
        10 => "tenth",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number}th"),
    };

    /// <summary>one, two, ... twelve; beyond that figures.</summary>
    public static string Number(int number) => number switch
    {
        1 => "one",
        2 => "two",
        3 => "three",
        4 => "four",
        5 => "five",
        6 => "six",
        7 => "seven",
        8 => "eight",
        9 => "nine",
        10 => "ten",
        11 => "eleven",
        12 => "twelve",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A heading as it stands within a sentence: its first word small unless it is a name or an abbreviation.</summary>
    public static string Small(string title) =>
        string.Join(' ', title.Split(' ').Select(word => word.Length > 1 && word.Skip(1).All(c => !char.IsUpper(c)) ? char.ToLowerInvariant(word[0]) + word[1..] : word));
}
