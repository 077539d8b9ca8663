using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Citing;
using ThesisApp.Core.Checks.Repetition;
using ThesisApp.Core.Checks.Structure;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Checks.Wording;

namespace ThesisApp.Core.Checks;

/// <summary>Checks a thesis, whoever wrote it. The same text gives the same findings.</summary>
public static class ThesisChecks
{
    /// <summary>Runs every check.</summary>
    public static ThesisReport Run(CheckedThesis thesis)
    {
        ArgumentNullException.ThrowIfNull(thesis);
        ReportCheck[] checks =
        [
            .. CitationUse.Find(thesis)
                .Concat(CitationDensity.Find(thesis))
                .Concat(Quotations.Find(thesis))
                .Concat(Duplicates.Find(thesis))
                .Concat(Coverage.Find(thesis))
                .Concat(Headings.Find(thesis))
                .Concat(CrossReferences.Find(thesis))
                .Concat(Text(thesis)),
        ];

        string? language = thesis.Language ?? Languages.Of(string.Join(' ', thesis.BodyParagraphs.Select(item => item.Paragraph.Text)));
        string[] unresolved = [.. checks.Where(check => check.Id == "unresolved-citation").Select(check => $"{check.Message} ({check.Where})")];
        int made = thesis.Sections.Where(section => section.Role != PartRoles.References).Sum(section => section.Citations.Count());
        return new ThesisReport(
            thesis.Title,
            language,
            thesis.Body.Sum(section => section.Words),
            new ReportCitations(made, made - unresolved.Length, unresolved),
            Coverage.QuestionsOf(thesis),
            [.. thesis.Body.Select(section => Measure(section, language))],
            [.. checks.OrderBy(check => Rank(check.Severity)).ThenBy(check => check.Line ?? int.MaxValue)]);
    }

    /// <summary>The checks of what is written, apart from how it is built and what it rests on.</summary>
    public static IEnumerable<ReportCheck> Text(CheckedThesis thesis)
    {
        ArgumentNullException.ThrowIfNull(thesis);
        return Abbreviations.Find(thesis)
            .Concat(TermVariants.Find(thesis))
            .Concat(Spellings.Find(thesis))
            .Concat(Languages.Find(thesis))
            .Concat(Tenses.Find(thesis))
            .Concat(Readability.Find(thesis))
            .Concat(Slips.Find(thesis));
    }

    private static SectionFigures Measure(CheckedSection section, string? language)
    {
        (int past, int present, int future) = Tenses.Count(section);
        double? ease = Readability.Ease(section, language);
        return new SectionFigures(
            section.Number,
            section.Title,
            section.Level,
            section.Role,
            section.Line,
            section.Words,
            section.Citations.Count(),
            Math.Round(CitationDensity.Of(section), 1),
            Math.Round(Readability.MeanSentence(section), 1),
            ease is { } value ? Math.Round(value, 1) : null,
            past,
            present,
            future);
    }

    private static int Rank(string severity) => severity switch
    {
        CheckSeverities.Error => 0,
        CheckSeverities.Warning => 1,
        _ => 2,
    };
}
