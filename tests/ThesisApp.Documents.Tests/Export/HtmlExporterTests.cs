using System.Text.RegularExpressions;
using ThesisApp.Core.Documents;
using ThesisApp.Documents.Export;

namespace ThesisApp.Documents.Tests.Export;

public sealed partial class HtmlExporterTests
{
    [Fact]
    public void It_is_one_file() => Assert.Equal(["thesis.html"], HtmlExporter.Export(Exports.Ordinary()).Keys);

    [Fact]
    public void It_asks_nothing_of_anyone()
    {
        string html = Exports.Html(Exports.Ordinary());

        Assert.DoesNotMatch("(?i)<(script|link|img|iframe|object|embed|form|base)\\b|\\bsrc=|url\\(|@import|\\son\\w+=", html);
        Assert.Contains("Content-Security-Policy", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_numbered() =>
        Assert.Equal(
            ["Contents", "Abstract", "1 How Storage Evolved", "1.1 A Section", "1.2 A Section", "2 How Storage Evolved", "2.1 A Section", "2.2 A Section", "References"],
            Heading().Matches(Exports.Html(Exports.Ordinary())).Select(match => Tag().Replace(match.Groups[1].Value, string.Empty)));

    [Fact]
    public void Every_link_within_the_document_leads_to_one_place()
    {
        string html = Exports.Html(Exports.Ordinary());
        string[] ids = [.. Id().Matches(html).Select(match => match.Groups[1].Value)];
        string[] links = [.. LocalLink().Matches(html).Select(match => match.Groups[1].Value)];

        Assert.Equal(ids.Distinct(), ids);
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains(link, ids));
    }

    [Fact]
    public void The_contents_lead_to_every_chapter_and_section()
    {
        ThesisDocument document = Exports.Ordinary();
        string contents = Exports.Html(document).Split("<nav")[1].Split("</nav>")[0];

        Assert.Equal(document.Chapters.Sum(chapter => 1 + chapter.Sections.Count) + 2, LocalLink().Count(contents));
    }

    [Fact]
    public void Every_citation_leads_to_its_work()
    {
        string html = Exports.Html(Exports.Ordinary());

        Assert.Equal(1, Regex.Count(html, "class=\"cite\""));
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void Text_brings_no_markup_of_its_own(string text) => Assert.Equal(Tags(Exports.Html(Exports.Hostile("Harmless"))), Tags(Exports.Html(Exports.Hostile(text))));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void A_title_reads_as_it_was_written(string text) =>
        Assert.Equal(text, System.Net.WebUtility.HtmlDecode(Regex.Match(Exports.Html(Exports.Hostile(text)), "<h1>(.*?)</h1>", RegexOptions.Singleline).Groups[1].Value));

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts))]
    public void Every_tag_is_closed_in_its_place(string text)
    {
        Stack<string> open = [];
        foreach (Match match in Tag().Matches(Exports.Html(Exports.Hostile(text))))
        {
            string name = TagName().Match(match.Value).Value;
            if (match.Value.StartsWith("</", StringComparison.Ordinal))
            {
                Assert.Equal(name, open.Pop());
            }
            else if (name is not ("meta" or "DOCTYPE"))
            {
                open.Push(name);
            }
        }

        Assert.Empty(open);
    }

    // Names and classes of the tags; addresses and ids differ with the text.
    private static IEnumerable<string> Tags(string html) => Tag().Matches(html).Select(match => Regex.Replace(match.Value, "(href|id)=\"[^\"]*\"", "$1"));

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("[a-zA-Z0-9]+")]
    private static partial Regex TagName();

    [GeneratedRegex("<h[23]>(.*?)</h[23]>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("\\bid=\"([^\"]*)\"")]
    private static partial Regex Id();

    [GeneratedRegex("href=\"#([^\"]*)\"")]
    private static partial Regex LocalLink();
}
