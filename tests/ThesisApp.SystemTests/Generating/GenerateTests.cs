using System.Globalization;
using System.Text.Json;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Generating;

/// <summary>The main job: one command, from the sample to the finished thesis.</summary>
public sealed class GenerateTests(UndisturbedThesis undisturbed) : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_command_ends_with_0_and_says_where_the_documents_are()
    {
        Assert.Equal(0, undisturbed.ExitCode);
        Assert.Contains(undisturbed.Output, undisturbed.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("thesis.md")]
    [InlineData("thesis.html")]
    [InlineData("references.bib")]
    [InlineData("report.json")]
    [InlineData("report.html")]
    public void The_output_folder_holds(string name) => Assert.True(new FileInfo(Path.Combine(undisturbed.Output, name)) is { Exists: true, Length: > 0 });

    [Fact]
    public async Task The_output_folder_holds_every_chapter_by_its_number()
    {
        IEnumerable<int> chapters = (await ReportAsync()).Sections.Select(section => int.Parse(section.Number.Split('.')[0], CultureInfo.InvariantCulture)).Distinct();

        Assert.All(chapters, chapter => Assert.True(new FileInfo(Path.Combine(undisturbed.Output, "chapters", $"ch{chapter}.md")) is { Exists: true, Length: > 0 }));
    }

    [Fact]
    public async Task The_page_asks_nothing_of_another_machine()
    {
        string html = await File.ReadAllTextAsync(Path.Combine(undisturbed.Output, "thesis.html"), Cancellation);

        Assert.DoesNotMatch("(?i)<(script|link|img|iframe)[^>]+(src|href)\\s*=\\s*[\"']?(https?:)?//", html);
        Assert.DoesNotMatch("(?i)@import|url\\(\\s*[\"']?https?:", html);
    }

    [Fact]
    public async Task Every_citation_is_resolved()
    {
        ReportCitations citations = (await ReportAsync()).Citations;

        Assert.Empty(citations.Unresolved);
        Assert.True(citations.Made > 100);
        Assert.Equal(citations.Made, citations.Resolved);
    }

    [Fact]
    public async Task No_check_finds_an_error() => Assert.DoesNotContain((await ReportAsync()).Checks, check => check.Severity == "error");

    [Fact]
    public void No_paragraph_is_there_twice()
    {
        string[] paragraphs = [.. Markdown().Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(block => !block.StartsWith('#'))];

        Assert.NotEmpty(paragraphs);
        Assert.Equal(paragraphs, paragraphs.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_section_of_the_outline_has_its_numbered_heading()
    {
        RunReport report = await ReportAsync();
        HashSet<string> headings = [.. Markdown().Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#', ' ').Replace("\\", string.Empty, StringComparison.Ordinal))];

        Assert.InRange(report.Sections.Count, 25, 30);
        Assert.All(report.Sections, section => Assert.Contains($"{section.Number} {section.Title}", headings));
    }

    [Fact]
    public async Task Every_section_is_within_10_percent_of_its_budget_or_says_why_not() =>
        Assert.All((await ReportAsync()).Sections, section => Assert.True(
            section.Note is { Length: > 0 } || Math.Abs(section.Words - section.Budget) <= section.Budget * 0.1, section.ToString()));

    [Fact]
    public async Task The_whole_is_within_10_percent_of_its_budget()
    {
        IReadOnlyList<ReportSection> sections = (await ReportAsync()).Sections;

        Assert.InRange(sections.Sum(section => section.Words), 9_000 * 0.9, 9_000 * 1.1);
    }

    [Fact]
    public async Task The_report_names_agent_attempts_start_and_end_of_every_task()
    {
        RunReport report = await ReportAsync();

        Assert.Equal(report.Run.Tasks.Total, report.Tasks.Count);
        Assert.All(report.Tasks, task => Assert.True(task is { Agent.Length: > 0, Attempts: >= 1 } && task.FinishedAt >= task.StartedAt, task.ToString()));
    }

    [Fact]
    public async Task Several_agents_took_part() =>
        Assert.True((await ReportAsync()).Tasks.Select(task => task.Agent).Distinct().Count() >= 2);

    [Fact(Timeout = Limits.Test)]
    public async Task One_agent_writes_the_same_bytes_as_four()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using Generate generate = Generate.Start(_folder.File("out"), new SystemSettings { Agents = 1 });

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text);
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task An_outline_that_is_approved_as_it_is_leads_to_the_same_bytes()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string output = _folder.File("out");
        string outline = Path.Combine(output, "outline.yaml");
        await using (Generate planning = Generate.Start(output, new SystemSettings(), "--approve", "outline"))
        {
            Assert.True(await planning.Process.WaitForExitAsync(cancellation) == 4, planning.Process.Text);
            Assert.False(File.Exists(Path.Combine(output, "thesis.md")));
        }

        await using Generate writing = Generate.Start(output, new SystemSettings(), "--outline", outline);
        int exitCode = await writing.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, writing.Process.Text);
        undisturbed.MustEqual(await writing.ReadThesisAsync(cancellation));
    }

    private string Markdown() => System.Text.Encoding.UTF8.GetString(undisturbed.Thesis);

    private async Task<RunReport> ReportAsync() => JsonSerializer.Deserialize(
        await File.ReadAllBytesAsync(Path.Combine(undisturbed.Output, "report.json"), Cancellation), ContractsJson.Default.RunReport)!;
}
