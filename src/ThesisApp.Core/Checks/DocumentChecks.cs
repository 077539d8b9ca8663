using System.Globalization;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks.Theses;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Core.Checks;

/// <summary>Checks the finished document against its outline, its budgets and its bibliography.</summary>
public static class DocumentChecks
{
    private static readonly string[] RolesWithoutSources = [SectionRoles.Conclusion, SectionRoles.Introduction];

    /// <summary>Runs every check.</summary>
    public static DocumentReport Run(Manuscript manuscript, ThesisDocument document)
    {
        ArgumentNullException.ThrowIfNull(manuscript);
        ArgumentNullException.ThrowIfNull(document);
        Dictionary<string, SectionReview> reviews = manuscript.Sections.ToDictionary(review => review.Draft.SectionId, StringComparer.Ordinal);
        List<ReportCheck> checks = [];
        List<ReportSection> sections = [];
        foreach (OutlineSection section in manuscript.Outline.Sections)
        {
            SectionReview? review = reviews.GetValueOrDefault(section.Id);
            ReportSection measured = new(section.Id, section.Number, section.Title, section.Words, CountWords(review), review?.Draft.Note);
            sections.Add(measured);
            checks.AddRange(CheckSection(section, measured, review));
        }

        ReportCitations citations = CitationChecks.Count(manuscript, document);
        checks.AddRange(citations.Unresolved.Select(key => new ReportCheck("unresolved-citation", CheckSeverities.Error, "document", $"The citation {key} does not resolve.")));
        checks.AddRange(DuplicateChecks.Find(document));
        checks.AddRange(CheckQuestions(manuscript));
        checks.AddRange(CheckText(manuscript, document));
        checks.AddRange(manuscript.Bibliography.Warnings.Select(warning => new ReportCheck("bibliography", CheckSeverities.Warning, "bibliography", warning)));
        return new DocumentReport(sections, citations, checks, Warnings(sections, checks));
    }

    /// <summary>Words of a text: runs of characters between spaces that hold a letter or digit.</summary>
    public static int CountWords(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetterOrDigit));
    }

    // What a source says may look like a slip and is none: never more than a warning here.
    private static IEnumerable<ReportCheck> CheckText(Manuscript manuscript, ThesisDocument document) =>
        ThesisChecks.Text(DocumentView.Of(manuscript, document)).Select(check => check.Severity == CheckSeverities.Error ? check with { Severity = CheckSeverities.Warning } : check);

    private static int CountWords(SectionReview? review) =>
        review?.Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Sum(sentence => CountWords(sentence.Text)) ?? 0;

    private static IEnumerable<ReportCheck> CheckSection(OutlineSection section, ReportSection measured, SectionReview? review)
    {
        if (review is null || measured.Words == 0)
        {
            yield return new ReportCheck("empty-section", CheckSeverities.Error, section.Id, $"Section {section.Number} has no text. Add sources on '{section.Title}', or remove it from the outline.");
            yield break;
        }

        double off = Math.Abs(measured.Words - section.Words) / (double)section.Words;
        if (off > WordBudget.Tolerance)
        {
            yield return new ReportCheck("word-budget", CheckSeverities.Warning, section.Id, $"Section {section.Number} has {measured.Words} words; its budget is {section.Words}. {measured.Note}".TrimEnd());
        }

        bool cites = review.Draft.Paragraphs.Any(paragraph => paragraph.Sentences.Any(sentence => sentence.IsBorrowed));
        if (!cites && !RolesWithoutSources.Contains(section.Role, StringComparer.Ordinal))
        {
            yield return new ReportCheck("section-without-sources", CheckSeverities.Warning, section.Id, $"Section {section.Number} cites nothing.");
        }

        foreach (Sentence sentence in review.Draft.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence is { Mark: not null, Lost: null }))
        {
            yield return new ReportCheck("unverified-statement", CheckSeverities.Warning, section.Id, $"Marked in the text as '{sentence.Mark}': '{sentence.Text}'");
        }

        foreach (string finding in review.Findings)
        {
            yield return new ReportCheck("review", CheckSeverities.Info, section.Id, finding);
        }
    }

    private static IEnumerable<ReportCheck> CheckQuestions(Manuscript manuscript)
    {
        for (int i = 0; i < manuscript.Spec.ResearchQuestions.Count; i++)
        {
            string question = manuscript.Spec.ResearchQuestions[i];
            if (!manuscript.Sections.SelectMany(section => section.Draft.Paragraphs).SelectMany(paragraph => paragraph.Sentences).Any(sentence => sentence.Text.Contains(question.TrimEnd('?', '.'), StringComparison.OrdinalIgnoreCase)))
            {
                yield return new ReportCheck("question-not-asked", CheckSeverities.Warning, "document", $"No section states the research question '{question}'.");
            }

            bool usesFindings = manuscript.Outline.Sections.Any(section => section.ResearchQuestion is not null);
            if (usesFindings && !manuscript.Outline.Sections.Any(section => section.ResearchQuestion == i))
            {
                yield return new ReportCheck("question-not-answered", CheckSeverities.Warning, "document", $"No findings section answers the research question '{question}'.");
            }
        }
    }

    private static List<string> Warnings(List<ReportSection> sections, List<ReportCheck> checks)
    {
        List<string> warnings = [];
        ReportSection[] shortSections = [.. sections.Where(section => section.Words < section.Budget * (1 - WordBudget.Tolerance))];
        if (shortSections.Length > 0)
        {
            int missing = shortSections.Sum(section => section.Budget - section.Words);
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{shortSections.Length} of {sections.Count} sections {(shortSections.Length == 1 ? "falls short of its budget" : "fall short of their budgets")}, {missing:N0} words in all: the sources do not hold more."));
        }

        int errors = checks.Count(check => check.Severity == CheckSeverities.Error);
        if (errors > 0)
        {
            warnings.Add($"{(errors == 1 ? "1 check" : $"{errors} checks")} found errors; see 'checks'.");
        }

        return warnings;
    }
}
