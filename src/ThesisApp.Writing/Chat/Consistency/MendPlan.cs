using ThesisApp.Core.Consistency;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Consistency;

namespace ThesisApp.Writing.Chat.Consistency;

/// <summary>Decides which spellings are made alike: those that are two ways to write one word, where both stand in the text and the author's own words use no other.</summary>
internal sealed class MendPlan(ConsistencyRequest request, IReadOnlyList<SectionText> sections)
{
    private readonly List<TermMend> _mends = [];

    /// <summary>What is to be mended so far.</summary>
    public IReadOnlyList<TermMend> Mends => _mends;

    /// <summary>Takes a finding's spelling in hand, if it can be.</summary>
    /// <returns>True if it was.</returns>
    public bool TryAdd(ConsistencyItem item)
    {
        string variant = item.Variant.Trim();
        string preferred = item.Preferred.Trim();
        if (!SpellingVariants.MayBecome(variant, preferred, request.Spec.Language) || IsTaken(variant) || IsTaken(preferred) || IsOfAuthor(variant, request.Spec) || !sections.Any(section => Holds(section.Text, preferred)))
        {
            return false;
        }

        // Where only a person's text has it, or a quotation, there is nothing to mend.
        TermMend everywhere = new(variant, preferred, []);
        string[] changed =
        [
            .. request.Sections.Select(review => review.Draft)
                .Where(draft => request.Mendable.Contains(draft.SectionId, StringComparer.Ordinal) && TermMender.Changes(draft, everywhere, request.Spec.ResearchQuestions)).Select(draft => draft.SectionId),
        ];
        if (changed.Length == 0)
        {
            return false;
        }

        _mends.Add(everywhere with { Sections = changed });
        return true;
    }

    private bool IsTaken(string term) => _mends.Any(mend => Same(mend.Variant, term) || Same(mend.Preferred, term));

    private static bool IsOfAuthor(string term, ThesisSpec spec) =>
        spec.ResearchQuestions.Append(spec.Title).Append(spec.Topic).Append(spec.CaseStudy ?? string.Empty).Any(text => Holds(text, term));

    private static bool Holds(string text, string term)
    {
        int at = text.IndexOf(term, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (at + term.Length == text.Length || !char.IsLetterOrDigit(text[at + term.Length]) || text[at + term.Length] == 's'))
            {
                return true;
            }

            at = text.IndexOf(term, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return false;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
