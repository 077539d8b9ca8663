using System.Globalization;
using System.Net;
using System.Text;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;

namespace ThesisApp.Documents.Checking;

/// <summary>Writes what the checks found as one HTML page for people: no script, no request to anywhere, all text encoded.</summary>
public static class CheckReportHtml
{
    private static readonly Lazy<string> Style = new(ReadStyle);

    /// <summary>The page, <c>report.html</c>.</summary>
    public static string Write(ThesisReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string title = report.Title.Length > 0 ? report.Title : "Untitled";
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>Checks: {Encode(title)}</title>\n<style>\n{Style.Value}</style>\n</head>\n<body>\n<main>\n");
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(title)}</h1>\n<p class=\"subtitle\">What the checks found. They read the text by rules: each finding is a place to look at, not a verdict.</p>\n");
        WriteTiles(html, report);
        WriteChecks(html, report);
        WriteQuestions(html, report);
        WriteSections(html, report);
        html.Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteTiles(StringBuilder html, ThesisReport report)
    {
        html.Append("<ul class=\"tiles\">\n");
        Tile(html, "error", report.Count(CheckSeverities.Error), report.Count(CheckSeverities.Error) == 1 ? "error" : "errors");
        Tile(html, "warning", report.Count(CheckSeverities.Warning), report.Count(CheckSeverities.Warning) == 1 ? "warning" : "warnings");
        Tile(html, "plain", report.Words, "words");
        Tile(html, "plain", report.Sections.Count, "sections");
        Tile(html, "plain", report.Citations.Made, $"citations, {report.Citations.Resolved.ToString("N0", CultureInfo.InvariantCulture)} resolved");
        html.Append("</ul>\n");
    }

    private static void Tile(StringBuilder html, string kind, int number, string label) =>
        html.Append(CultureInfo.InvariantCulture, $"<li class=\"{(number == 0 ? "plain" : kind)}\"><strong>{number:N0}</strong> <span>{Encode(label)}</span></li>\n");

    private static void WriteChecks(StringBuilder html, ThesisReport report)
    {
        html.Append("<h2>Findings</h2>\n");
        if (report.Checks.Count == 0)
        {
            html.Append("<p class=\"none\">None.</p>\n");
            return;
        }

        html.Append("<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Severity</th><th scope=\"col\" class=\"number\">Line</th><th scope=\"col\">Where</th><th scope=\"col\">What</th><th scope=\"col\">Check</th></tr></thead>\n<tbody>\n");
        foreach (ReportCheck check in report.Checks)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"severity {Kind(check.Severity)}\">{Encode(check.Severity)}</td><td class=\"number\">{check.Line}</td><td>{Encode(check.Where)}</td><td class=\"message\">{Encode(check.Message)}</td><td><code>{Encode(check.Id)}</code></td></tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void WriteQuestions(StringBuilder html, ThesisReport report)
    {
        if (report.Questions.Count == 0)
        {
            return;
        }

        html.Append("<h2>Research questions</h2>\n<ol>\n");
        foreach (string question in report.Questions)
        {
            string[] missing = [.. report.Checks.Where(check => check.Id.StartsWith("question-", StringComparison.Ordinal) && check.Message.Contains(question, StringComparison.Ordinal)).Select(check => check.Id[9..].Replace('-', ' '))];
            html.Append(CultureInfo.InvariantCulture, $"<li>{Encode(question)} <span class=\"none\">({Encode(missing.Length == 0 ? "asked, answered, concluded" : string.Join(", ", missing))})</span></li>\n");
        }

        html.Append("</ol>\n");
    }

    private static void WriteSections(StringBuilder html, ThesisReport report)
    {
        html.Append("<h2>Sections</h2>\n<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Role</th><th scope=\"col\" class=\"number\">Words</th><th scope=\"col\" class=\"number\">Citations</th><th scope=\"col\" class=\"number\">per 1,000 words</th>"
            + "<th scope=\"col\" class=\"number\">Words a sentence</th><th scope=\"col\" class=\"number\">Reading ease</th><th scope=\"col\" class=\"number\">Past / present / future</th></tr></thead>\n<tbody>\n");
        int top = report.Sections.Select(section => section.Level).DefaultIfEmpty(1).Min();
        foreach (SectionFigures section in report.Sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"level{Math.Clamp(section.Level - top + 1, 1, 4)}\">{Encode(section.Number is null ? section.Title : $"{section.Number} {section.Title}")}</td><td>{Encode(section.Role)}</td><td class=\"number\">{section.Words:N0}</td><td class=\"number\">{section.Citations}</td>");
            html.Append(CultureInfo.InvariantCulture, $"<td class=\"number\">{section.Density:0.0}</td><td class=\"number\">{section.SentenceLength:0.0}</td><td class=\"number\">{section.ReadingEase:0}</td><td class=\"number\">{section.Past} / {section.Present} / {section.Future}</td></tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n<p class=\"none\">Reading ease after Flesch: below 30 hard, 60 plain. Tenses are counted by sentence and for English.</p>\n");
    }

    private static string Kind(string severity) => severity is CheckSeverities.Error or CheckSeverities.Warning ? severity : CheckSeverities.Info;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string ReadStyle()
    {
        using Stream stream = System.Reflection.Assembly.GetExecutingAssembly().GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style sheet report.css is not embedded in the assembly.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
