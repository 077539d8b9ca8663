using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;

namespace ThesisApp.Core.Checks.Citing;

/// <summary>Citations without a work, works without a citation.</summary>
internal static class CitationUse
{
    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        HashSet<string> cited = new(StringComparer.Ordinal);
        foreach (CheckedSection section in thesis.Sections.Where(section => section.Role != PartRoles.References))
        {
            foreach ((CheckedParagraph paragraph, CheckedCitation citation) in section.Paragraphs.SelectMany(paragraph => paragraph.Citations.Select(citation => (paragraph, citation))))
            {
                cited.Add(citation.Key);
                if (thesis.Works is { } works && !works.ContainsKey(citation.Key))
                {
                    yield return Finding.Error("unresolved-citation", section, paragraph.Line, $"The citation '{citation.Key}' has no entry in the bibliography. Add the work, or correct the key.");
                }
            }
        }

        foreach ((string key, string name) in (thesis.Works ?? new Dictionary<string, string>()).Where(work => !cited.Contains(work.Key)).OrderBy(work => work.Key, StringComparer.Ordinal))
        {
            yield return Finding.Warning("unused-reference", $"The work '{key}' ({Finding.Start(name)}) is listed and never cited.");
        }
    }
}
