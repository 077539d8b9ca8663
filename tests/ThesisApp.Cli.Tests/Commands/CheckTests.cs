using System.Text.Json;
using ThesisApp.Cli.Tests.Support;

namespace ThesisApp.Cli.Tests.Commands;

public sealed class CheckTests
{
    private const string Works = "@book{ames2010, author={Ames, Clara}, title={Records}, year=2010}";

    [Fact]
    public async Task A_citation_without_a_work_is_told_with_its_line_and_ends_with_1()
    {
        using var folder = Folder("## 1 Introduction\n\nRecords are lost [@nobody].\n");

        var run = await CliRun.RunAsync("check", folder.File("t.md"), "--bibliography", folder.File("works.bib"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{folder.File("t.md")}:3: error: The citation 'nobody' has no entry in the bibliography.", run.Output, StringComparison.Ordinal);
        Assert.Contains("[unresolved-citation, 1 Introduction]", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", 0)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public async Task A_warning_fails_only_where_that_is_asked_for(string severity, int exitCode)
    {
        using var folder = Folder("## 1 Introduction\n\nRecords are are lost [@ames2010].\n");

        var run = await CliRun.RunAsync("check", folder.File("t.md"), "--bibliography", folder.File("works.bib"), "--fail-on", severity);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains("doubled-word", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_findings_and_the_figures()
    {
        using var folder = Folder("---\ntitle: On Records\nbibliography: works.bib\n---\n\n## 1 Introduction\n\nRecords are lost [@ames2010]. TODO.\n");

        var run = await CliRun.RunAsync("check", folder.File("t.md"), "--json");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal((false, 1), (json.RootElement.GetProperty("passed").GetBoolean(), json.RootElement.GetProperty("errors").GetInt32()));
        var report = json.RootElement.GetProperty("report");
        Assert.Equal(("On Records", 1), (report.GetProperty("title").GetString(), report.GetProperty("citations").GetProperty("resolved").GetInt32()));
        Assert.Equal(("placeholder", 8), (report.GetProperty("checks")[0].GetProperty("id").GetString(), report.GetProperty("checks")[0].GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Quotations_are_looked_up_in_the_sources()
    {
        using var folder = Folder("## 1 Introduction\n\nShe writes that “a page that nobody reads is a memory” [@ames2010].\n");
        folder.Write("sources/ames2010.md", "# Records\n\nA page that only its author can read is a memory, not a record.\n");

        var run = await CliRun.RunAsync("check", folder.File("t.md"), "--bibliography", folder.File("works.bib"), "--sources", folder.File("sources"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("quotation-not-found", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_specification_gives_outline_budgets_and_questions()
    {
        using var folder = Folder("## 1 Introduction\n\n### 1.1 Background\n\nRecords are lost [@ames2010].\n");
        folder.Write("thesis.yaml", "title: T\ntopic: Records\nresearchQuestions: [Who keeps old records?]\nwords: 1000\nsources: [a.md]\nchapters:\n  - id: i\n    title: Introduction\n    sections:\n      - {id: b, title: Background, role: introduction, brief: B, words: 400}\n      - {id: c, title: Scope, role: introduction, brief: B, words: 600}\n");

        var run = await CliRun.RunAsync("check", folder.File("t.md"), "--bibliography", folder.File("works.bib"), "--spec", folder.Path);

        Assert.Contains("The outline's section 1.2 'Scope' is not in the document.", run.Output, StringComparison.Ordinal);
        Assert.Contains("the budget is 400.", run.Output, StringComparison.Ordinal);
        Assert.Contains("does not ask the research question 'Who keeps old records?'", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_for_people_and_machines_are_written_and_what_the_text_says_is_encoded()
    {
        using var folder = Folder("---\ntitle: <script>alert(1)</script>\n---\n\n## 1 A & B\n\nRecords \\<b\\> are are lost.\n");

        await CliRun.RunAsync("check", folder.File("t.md"), "--output", folder.File("out"));

        var html = await File.ReadAllTextAsync(folder.File("out/report.html"), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", html, StringComparison.Ordinal);
        Assert.Contains("1 A &amp; B", html, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(folder.File("out/report.json"), TestContext.Current.CancellationToken));
        Assert.Equal("doubled-word", json.RootElement.GetProperty("report").GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("id").GetString()).Single(id => id == "doubled-word"));
    }

    [Theory]
    [InlineData("nothing.md")]
    [InlineData("t.md", "--bibliography", "nothing.bib")]
    [InlineData("t.md", "--sources", "nothing")]
    [InlineData("t.md", "--spec", "nothing.yaml")]
    [InlineData("t.md", "--fail-on", "info")]
    public async Task What_is_not_there_ends_with_2(params string[] args)
    {
        using var folder = Folder("## 1 Introduction\n\nText.\n");

        var run = await CliRun.RunAsync(["check", .. args.Select(arg => arg.Contains('.', StringComparison.Ordinal) || arg == "nothing" ? folder.File(arg) : arg)]);

        Assert.Equal(2, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    private static TempFolder Folder(string markdown)
    {
        var folder = new TempFolder();
        folder.Write("t.md", markdown);
        folder.Write("works.bib", Works);
        return folder;
    }
}
