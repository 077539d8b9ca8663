using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Reports;
using ThesisApp.Core.Checks;
using ThesisApp.Documents.Checking;

namespace ThesisApp.Cli.Commands.Check;

/// <summary><c>thesis check FILE.md</c></summary>
internal sealed class CheckCommand : ThesisCommand
{
    private const string Never = "never";

    private readonly CliServices _services;
    private readonly Argument<string> _file = new("FILE") { Description = "A thesis in Markdown: citations as [@key, p. 12], or as links to its list of references." };
    private readonly Option<string?> _bibliography = new("--bibliography") { HelpName = "FILE", Description = "BibTeX or BibLaTeX file of the works. Without it: 'bibliography' in the file's front matter, or the file's own list of references." };
    private readonly Option<string?> _sources = new("--sources") { HelpName = "DIR", Description = "Folder of the sources (Markdown or text, named after their keys), in which literal quotations are looked up." };
    private readonly Option<string?> _spec = new("--spec") { HelpName = "SPEC", Description = "thesis.yaml, for its research questions, outline and word budgets." };
    private readonly Option<string?> _output = new("--output", "-o") { HelpName = "DIR", Description = "Folder for report.html and report.json; made if it is not there." };
    private readonly Option<string> _failOn = new("--fail-on") { HelpName = "SEVERITY", Description = "End with 1 on findings of this severity or a worse one: warning, error or never.", DefaultValueFactory = _ => CheckSeverities.Error };

    /// <summary>Creates the command.</summary>
    public CheckCommand(CliServices services)
        : base(
            "check",
            "Check a thesis, whoever wrote it: citations, quotations, repetition, structure, research questions, terms, language. Starts nothing.",
            ("thesis check thesis.md --bibliography references.bib", "list the findings"),
            ("thesis check thesis.md --sources sources --output checked", "look quotations up, and write report.html"),
            ("thesis check thesis.md --json --fail-on warning", "for CI"))
    {
        _services = services;
        _failOn.AcceptOnlyFromAmong(CheckSeverities.Warning, CheckSeverities.Error, Never);
        Arguments.Add(_file);
        Options.Add(_bibliography);
        Options.Add(_sources);
        Options.Add(_spec);
        Options.Add(_output);
        Options.Add(_failOn);
        SetAction(ExecuteAsync);
    }

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var file = parse.GetRequiredValue(_file);
        var report = ThesisChecks.Run(CheckInputs.Read(file, parse.GetValue(_bibliography), parse.GetValue(_sources), parse.GetValue(_spec)));
        var (errors, warnings) = (report.Count(CheckSeverities.Error), report.Count(CheckSeverities.Warning));
        var passed = parse.GetValue(_failOn) switch
        {
            Never => true,
            CheckSeverities.Warning => errors + warnings == 0,
            _ => errors == 0,
        };
        var result = new CheckResult(file, passed, errors, warnings, report);
        if (parse.GetValue(_output) is { } output)
        {
            var folder = new SafeFolder(output);
            folder.CheckWritable();
            await folder.WriteAsync("report.html", Encoding.UTF8.GetBytes(CheckReportHtml.Write(report)), cancellationToken);
            await folder.WriteAsync("report.json", JsonSerializer.SerializeToUtf8Bytes(result, CliJson.Default.CheckResult), cancellationToken);
        }

        if (parse.GetValue(Json))
        {
            _services.Terminal.WriteJson(result, CliJson.Default.CheckResult);
        }
        else
        {
            WriteText(result);
        }

        return passed ? ExitCodes.Success : ExitCodes.RunFailed;
    }

    private void WriteText(CheckResult result)
    {
        foreach (ReportCheck check in result.Report.Checks)
        {
            var place = check.Line is { } line ? $"{result.File}:{line}" : result.File;
            _services.Terminal.Output.WriteLine(SafeText.Line($"{place}: {check.Severity}: {check.Message} [{check.Id}, {check.Where}]", 600));
        }

        _services.Terminal.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{SafeText.Line(result.File)}: {result.Report.Words:N0} words, {result.Report.Citations.Made} citations ({result.Report.Citations.Resolved} resolved), {Count(result.Errors, "error")}, {Count(result.Warnings, "warning")}."));
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
