using System.Globalization;
using System.Net;
using System.Text;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Sections;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Writes how a thesis was made as one HTML page for people: no script, no request to anywhere, all text encoded. It names neither times nor agents, so the same thesis has the same page.</summary>
internal static class ReportPage
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff; }
        h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.2rem; } h3 { font-size: 1rem; margin: 1.6rem 0 0.2rem; }
        table { border-collapse: collapse; width: 100%; font-size: 0.9rem; } th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem; border-bottom: 1px solid #d7dce1; overflow-wrap: anywhere; }
        .made { color: #57606a; margin: 0 0 0.4rem; } .open { font-weight: 600; }
        @media (prefers-color-scheme: dark) { body { color: #e6e8ea; background: #14171a; } th, td { border-color: #3a4148; } .made { color: #a0a8b0; } }
        """;

    /// <summary>The page.</summary>
    public static string Write(RunReport report)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>How it was made: {Encode(report.Run.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Encode(report.Run.Title)}</h1>\n");
        html.Append(CultureInfo.InvariantCulture, $"<p>{report.Sections.Sum(section => section.Words):N0} words in {report.Sections.Count} sections; {report.Citations.Resolved} of {report.Citations.Made} citations resolved.</p>\n");
        List(html, "Warnings", report.Warnings);
        List(html, "Citations that do not resolve", report.Citations.Unresolved);
        List(html, "What a reading of the whole has found", [.. report.Checks.Where(check => check.Id.StartsWith("consistency-", StringComparison.Ordinal)).Select(check => check.Message)]);
        WriteComments(html, report.Comments);
        if (report.Openings.Count > 0)
        {
            html.Append("<h2>How the abstract and the openings of chapters came to be</h2>\n");
            foreach (ReportProvenance opening in report.Openings)
            {
                WriteSection(html, opening);
            }
        }

        html.Append("<h2>How each section came to be</h2>\n");
        foreach (ReportProvenance section in report.Provenance)
        {
            WriteSection(html, section);
        }

        html.Append("</main>\n</body>\n</html>\n");
        return html.ToString();
    }

    private static void WriteComments(StringBuilder html, IReadOnlyList<SectionCommentInfo> comments)
    {
        if (comments.Count == 0)
        {
            return;
        }

        html.Append("<h2>Comments</h2>\n<table>\n<thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Comment</th><th scope=\"col\">What became of it</th></tr></thead>\n<tbody>\n");
        foreach (SectionCommentInfo comment in comments)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{Encode(comment.Section)}</td><td>{Encode(comment.Text)}</td><td>{(comment.IsOpen ? "<span class=\"open\">open</span>" : "addressed")}: {Encode(comment.Note)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void WriteSection(StringBuilder html, ReportProvenance section)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Encode($"{section.Number} {section.Title}".Trim())}</h3>\n<p class=\"made\">Written by {Encode(section.WrittenBy)}");
        Maker(html, "drafted by", section.Drafter);
        Maker(html, "reviewed by", section.Reviewer);
        Maker(html, section.Revisions == 1 ? "revised once by" : string.Create(CultureInfo.InvariantCulture, $"revised {section.Revisions} times by"), section.Reviser);
        if (section.Queries.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"; looked up: {Encode(string.Join("; ", section.Queries))}");
        }

        html.Append(".</p>\n<table>\n<thead><tr><th scope=\"col\">Paragraph</th><th scope=\"col\">Rests on</th></tr></thead>\n<tbody>\n");
        foreach (ReportParagraph paragraph in section.Paragraphs)
        {
            string passages = paragraph.Passages.Count == 0 ? "nothing that it cites" : string.Join("; ", paragraph.Passages.Select(passage =>
                $"{passage.Source}{(passage.Page is { } page ? $", {page}" : string.Empty)}{(passage.Passage.Length > 0 ? $" ({passage.Passage})" : ", as a whole")}"));
            html.Append(CultureInfo.InvariantCulture, $"<tr><td>{paragraph.Number}. {Encode(paragraph.Begins)}</td><td>{Encode(passages)}</td></tr>\n");
        }

        html.Append("</tbody>\n</table>\n");
        if (section.Findings.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<ul>\n{string.Concat(section.Findings.Select(finding => $"<li>{Encode(finding)}</li>\n"))}</ul>\n");
        }
    }

    private static void Maker(StringBuilder html, string what, ReportMaker? maker)
    {
        if (maker is not null)
        {
            string prompts = maker.Prompts.Count == 0 ? string.Empty : $"; prompts {string.Join(", ", maker.Prompts)}";
            html.Append(CultureInfo.InvariantCulture, $"; {what} {Encode(maker.Name)} ({Encode(maker.Version)}{Encode(prompts)})");
        }
    }

    private static void List(StringBuilder html, string title, IReadOnlyList<string> items)
    {
        if (items.Count > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n<ul>\n{string.Concat(items.Select(item => $"<li>{Encode(item)}</li>\n"))}</ul>\n");
        }
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
