using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Planning;

/// <summary>Decides before anything is written which abbreviations mean what, and which section writes each of them out: sections that are written at the same time cannot ask each other.</summary>
public static class AbbreviationPlan
{
    /// <summary>The abbreviations that passages explain, in alphabetical order. One that sources explain in two ways is left out: it has no one meaning.</summary>
    /// <param name="outline">The outline.</param>
    /// <param name="allotments">The sections' passages.</param>
    public static IReadOnlyList<SharedAbbreviation> Make(Outline outline, IReadOnlyList<SectionAllotment> allotments)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(allotments);
        Dictionary<string, HashSet<string>> used = allotments.ToDictionary(allotment => allotment.SectionId, UsedBy, StringComparer.Ordinal);
        return
        [
            .. allotments.SelectMany(allotment => allotment.Passages).SelectMany(passage => AbbreviationList.Explained(passage.Text))
                .GroupBy(explained => explained.ShortForm, StringComparer.Ordinal)
                .Where(explained => explained.Select(one => Singular(one.LongForm)).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
                .OrderBy(explained => explained.Key, StringComparer.Ordinal)
                .Select(explained => (Explained: explained.MinBy(one => one.LongForm.Length)!, Sections: outline.Sections.Where(section => used.TryGetValue(section.Id, out HashSet<string>? words) && words.Contains(explained.Key)).ToArray()))
                .Where(entry => entry.Sections.Length > 0)
                .Select(entry => new SharedAbbreviation(entry.Explained.ShortForm, entry.Explained.LongForm, entry.Sections[0].Id)),
        ];
    }

    /// <summary>Those that a section's passages have.</summary>
    /// <param name="shared">All of them.</param>
    /// <param name="allotment">The section's passages.</param>
    public static IReadOnlyList<SharedAbbreviation> Of(IReadOnlyList<SharedAbbreviation> shared, SectionAllotment allotment)
    {
        ArgumentNullException.ThrowIfNull(shared);
        ArgumentNullException.ThrowIfNull(allotment);
        HashSet<string> used = UsedBy(allotment);
        return [.. shared.Where(abbreviation => used.Contains(abbreviation.ShortForm))];
    }

    // 'Directed acyclic graphs (DAGs)' mean what a 'directed acyclic graph (DAG)' does.
    private static string Singular(string longForm) => longForm.EndsWith('s') ? longForm[..^1] : longForm;

    private static HashSet<string> UsedBy(SectionAllotment allotment) =>
        allotment.Passages.SelectMany(passage => AbbreviationList.Used(passage.Text)).ToHashSet(StringComparer.Ordinal);
}
