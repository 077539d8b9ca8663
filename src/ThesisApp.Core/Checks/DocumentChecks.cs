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
        checks.AddRange(CheckPasses(manuscript));
        CheckedThesis view = DocumentView.Of(manuscript, document);
        checks.AddRange(QuestionChecks.Find(manuscript, view));
        checks.AddRange(CheckText(view));
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
    private static IEnumerable<ReportCheck> CheckText(CheckedThesis view) =>
        ThesisChecks.Text(view).Select(check => check.Severity == CheckSeverities.Error ? check with { Severity = CheckSeverities.Warning } : check);

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

    // What the chapter pass has done is told, so that nobody misses a sentence without knowing why.
    private static IEnumerable<ReportCheck> CheckPasses(Manuscript manuscript)
    {
        Dictionary<string, string> numbers = manuscript.Outline.Sections.DistinctBy(section => section.Id).ToDictionary(section => section.Id, section => section.Number, StringComparer.Ordinal);
        return manuscript.Chapters.SelectMany(frame => frame.Repeated ?? [])
            .Select(sentence => new ReportCheck("chapter-repetition", CheckSeverities.Info, sentence.SectionId, $"Taken out, since {numbers.GetValueOrDefault(sentence.EarlierId, sentence.EarlierId)} says it already: “{sentence.Text}”"));
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
