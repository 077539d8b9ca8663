using System.Globalization;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks.Citing;

/// <summary>Sections that rest on sources and name none, or far fewer than the rest.</summary>
internal static class CitationDensity
{
    // Shorter sections may lead over to the next ones.
    private const int LeastWords = 100;
    private const int LeastWordsForDensity = 300;
    private const double Few = 1 / 3.0;

    private static readonly string[] NeedSources = [SectionRoles.Literature, SectionRoles.Framework, SectionRoles.Case, SectionRoles.Results, SectionRoles.Discussion, PartRoles.Body];

    public static IEnumerable<ReportCheck> Find(CheckedThesis thesis)
    {
        double[] densities = [.. thesis.Body.Where(section => section.Words >= LeastWords && section.Citations.Any()).Select(Of).Order()];
        double median = densities.Length == 0 ? 0 : densities[densities.Length / 2];
        foreach (CheckedSection section in thesis.Body.Where(section => section.Words >= LeastWords && NeedSources.Contains(section.Role, StringComparer.Ordinal)))
        {
            if (!section.Citations.Any())
            {
                yield return Finding.Warning("section-without-sources", section, section.Line, $"{section.Words} words without a citation. Say what they rest on.");
            }
            else if (section.Words >= LeastWordsForDensity && Of(section) < median * Few)
            {
                yield return Finding.Warning("low-citation-density", section, section.Line, string.Create(CultureInfo.InvariantCulture, $"{Of(section):0.0} citations per 1,000 words; half of the sections have {median:0.0} or more."));
            }
        }
    }

    /// <summary>Citations per 1,000 words.</summary>
    public static double Of(CheckedSection section) => section.Words == 0 ? 0 : section.Citations.Count() * 1_000.0 / section.Words;
}
