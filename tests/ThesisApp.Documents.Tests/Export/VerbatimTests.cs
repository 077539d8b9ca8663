using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Tests.Support;

namespace ThesisApp.Documents.Tests.Export;

/// <summary>What a person wrote stands in the thesis as it was written.</summary>
public sealed class VerbatimTests
{
    private static readonly Citation Smith = new("smith2020", "smith2020#1", "p. 3");

    [Fact]
    public void Text_stands_byte_for_byte_and_citations_are_set_in_their_places()
    {
        string markdown = Markdown(Of("It *grew*,  some_say,\nand \"grew\" – 1 < 2", []), Of(" as \uE0000\uE001 shows. It did.", [[Smith]]));

        Assert.Contains("\n\nIt *grew*,  some_say,\nand \"grew\" – 1 < 2 as [(Smith, 2020, p. 3)](#ref-smith2020) shows. It did.\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_goes_before_the_stop_and_a_citation_that_is_lost_leaves_no_gap()
    {
        string markdown = Markdown(Of("It grew \uE0000\uE001.", [[]]) with { Mark = "unresolved: nobody" }, Of(" Next.", []));

        Assert.Contains("\n\nIt grew **\\[unresolved: nobody\\]**. Next.\n", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("<!-- comment -->")]
    [InlineData("</body>")]
    [InlineData(@"a \\<img src=x onerror=alert(1)>")]
    [InlineData(@"a \\\\<b>")]
    public void Html_of_a_person_is_text_in_every_format(string text)
    {
        MarkdownDocument parsed = Markdig.Markdown.Parse(Markdown(Of(text, [])));
        string html = Exports.Html(DocumentAssembler.Assemble(Manuscripts.Make(Of(text, []))));

        Assert.Empty(parsed.Descendants<HtmlBlock>());
        Assert.All(parsed.Descendants<HtmlInline>(), tag => Assert.Matches("^(<a id=\"[^\"]+\">|</a>)$", tag.Tag));
        Assert.Contains(System.Net.WebUtility.HtmlEncode(text[text.IndexOf('<', StringComparison.Ordinal)..]), html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It *grew* and **grew** in `git`.", "It <em>grew</em> and <strong>grew</strong> in <code>git</code>.")]
    [InlineData("2 \\* 3 \\* 4 and a_b_c, *<b>*", "2 * 3 * 4 and a_b_c, <em>&lt;b&gt;</em>")]
    [InlineData("\\<b>", "&lt;b&gt;")]
    public void Emphasis_is_set_in_html(string text, string expected) =>
        Assert.Contains($"<p>{expected}</p>", Exports.Html(DocumentAssembler.Assemble(Manuscripts.Make(Of(text, [])))), StringComparison.Ordinal);

    [Fact]
    public void The_statement_names_the_sections_that_a_person_has_written_and_can_be_left_out()
    {
        const string agents = "It was written by rules.";
        ThesisSpec silent = new() { Title = "T", Topic = "T", AiStatement = false };

        Assert.Equal(agents, DocumentAssembler.Assemble(Manuscripts.Make(Manuscripts.Plain("It grew."))).Statement);
        Assert.Equal($"{agents} Section 1.1 was written or edited by a person.", DocumentAssembler.Assemble(Manuscripts.Make(Of("It grew.", []))).Statement);
        Assert.Empty(DocumentAssembler.Assemble(Manuscripts.Make(silent, Of("It grew.", []))).Statement);
    }

    private static Sentence Of(string text, Citation[][] groups) =>
        new(text.Replace("\uE0000\uE001", string.Empty, StringComparison.Ordinal).Trim(), [.. groups.SelectMany(group => group)], []) { Verbatim = new Verbatim(text, groups) };

    private static string Markdown(params Sentence[] sentences) => Exports.Markdown(DocumentAssembler.Assemble(Manuscripts.Make(sentences)));
}
