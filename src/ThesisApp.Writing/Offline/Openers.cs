using System.Globalization;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Writing.Text;

namespace ThesisApp.Writing.Offline;

/// <summary>The sentences that open paragraphs: they name the work that follows and what it speaks of, in a form that suits the section's role. The reported work stands in the past tense (APA, 7th edition, 4.12).</summary>
internal static class Openers
{
    // {0} the work, {1} the theme.
    private static readonly Dictionary<string, string[]> ByRole = new(StringComparer.Ordinal)
    {
        [SectionRoles.Introduction] = ["{0} described {1}.", "{0} drew attention to {1}.", "The background also includes {1}, as {0} presented it.", "{0} discussed {1}."],
        [SectionRoles.Literature] = ["{0} described {1}.", "{0} examined {1}.", "On {1}, this review follows {0}.", "{0} discussed {1}.", "The literature on {1} includes {0}.", "{0} considered {1}."],
        [SectionRoles.Framework] = ["The framework draws on {0} for {1}.", "{0} discussed {1}.", "On {1}, the framework follows {0}.", "A further element comes from {0}, on {1}.", "{0} considered {1}."],
        [SectionRoles.Methodology] = ["{0} gave guidance on {1}.", "On {1}, {0} was followed.", "{0} discussed {1}.", "With regard to {1}, the account of {0} was consulted.", "Guidance on {1} was taken from {0}."],
        [SectionRoles.Case] = ["{0} documented {1}.", "{0} described {1}.", "The case also comprises {1}, as {0} described it.", "The documentation of {1} comes from {0}."],
        [SectionRoles.Results] = ["Evidence on {1} comes from {0}.", "{0} reported on {1}.", "{0} documented {1}.", "On {1}, the evidence is found in {0}.", "{0} described {1}."],
        [SectionRoles.Discussion] = ["{0} commented on {1}.", "The findings can be set beside {0} on {1}.", "What {0} wrote on {1} bears on the findings.", "{0} discussed {1}."],
        [SectionRoles.Conclusion] = ["{0} pointed to {1}.", "{0} discussed {1}.", "Further work can take up {1}, on which {0} wrote."],
    };

    private static readonly string[] OfClause = ["{0} explained {1}.", "{0} discussed {1}.", "{0} considered {1}."];

    private static readonly string[] SameWork = ["{0} also discussed {1}.", "{0} further considered {1}.", "The same source dealt with {1} as well.", "{0} went into {1} too."];

    private static readonly string[] SameWorkClause = ["{0} also explained {1}.", "{0} further considered {1}."];

    private static readonly string[] NoTheme = ["{0} contributed the following.", "The account of {0} is relevant here.", "{0} reported the following.", "{0} added further detail."];

    private static readonly string[] SameWorkNoTheme = ["{0} went on from there.", "The account of {0} continues.", "{0} added the following."];

    /// <summary>The opening sentence of a paragraph.</summary>
    /// <param name="section">The section; varies the choice.</param>
    /// <param name="index">The paragraph's place among those that borrow: no form comes twice before all have come.</param>
    /// <param name="workKey">Whose text follows.</param>
    /// <param name="theme">Its theme, or null.</param>
    /// <param name="sameWork">True where the paragraph before was of the same work.</param>
    public static Sentence Of(OutlineSection section, int index, string workKey, string? theme, bool sameWork)
    {
        string[] forms = theme is null
            ? (sameWork ? SameWorkNoTheme : NoTheme)
            : Theme.IsClause(theme)
                ? (sameWork ? SameWorkClause : OfClause)
                : (sameWork ? SameWork : ByRole.GetValueOrDefault(section.Role) ?? ByRole[SectionRoles.Literature]);

        // The first form can open any section; the others follow in turn from a place of the section's own.
        int turn = index == 0 ? 0 : 1 + (int)((StableHash.Of(section.Id) + (uint)(index - 1)) % (uint)(forms.Length - 1));
        string text = string.Format(CultureInfo.InvariantCulture, forms[turn], WorkMention.Of(workKey), theme);
        return new Sentence(Phrases.Capital(text), [], []);
    }
}
