using ThesisApp.Core.Outlines;

namespace ThesisApp.Writing.Allotment;

/// <summary>How well a passage's heading suits a section's role.</summary>
internal static class RoleAffinity
{
    private const double Bonus = 0.35;
    private const double Malus = -0.3;

    private static readonly Dictionary<string, string[]> Hints = new(StringComparer.Ordinal)
    {
        [SectionRoles.Introduction] = ["background", "introduction", "motivation", "context", "history", "origin", "overview", "problem"],
        [SectionRoles.Literature] = ["literature", "related", "concept", "theory", "definition", "principle", "prior", "technique", "design", "evidence"],
        [SectionRoles.Framework] = ["framework", "theory", "law", "model", "principle", "perspective", "concept", "trade"],
        [SectionRoles.Methodology] = ["method", "design", "data", "validity", "case study", "protocol", "sampling", "analysis", "collection", "ethic", "reliab", "mining"],
        [SectionRoles.Case] = ["case", "architecture", "history", "component", "version", "implementation", "storage", "format"],
        [SectionRoles.Results] = ["finding", "result", "evidence", "measurement", "performance", "evaluation", "change"],
        [SectionRoles.Discussion] = ["discussion", "implication", "limitation", "threat", "lesson", "interpretation", "consequence", "recommend"],
        [SectionRoles.Conclusion] = ["conclusion", "summary", "future", "outlook", "answer", "transition", "open"],
    };

    private static readonly string[] MethodHeadings = ["method", "validity", "case study", "sampling", "data collection", "ethic", "reliab", "protocol"];

    public static double Of(string role, string? heading)
    {
        if (string.IsNullOrEmpty(heading))
        {
            return 0;
        }

        bool fits = Hints.TryGetValue(role, out string[]? hints) && hints.Any(hint => heading.Contains(hint, StringComparison.OrdinalIgnoreCase));
        bool isMethod = MethodHeadings.Any(hint => heading.Contains(hint, StringComparison.OrdinalIgnoreCase));
        return fits ? Bonus : isMethod && role != SectionRoles.Discussion ? Malus : 0;
    }
}
