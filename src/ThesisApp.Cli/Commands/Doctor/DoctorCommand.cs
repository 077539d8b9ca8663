using System.CommandLine;
using Spectre.Console;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Terminals;
using ThesisApp.Sandboxes;

namespace ThesisApp.Cli.Commands.Doctor;

/// <summary><c>thesis doctor</c></summary>
internal sealed class DoctorCommand : ThesisCommand
{
    private readonly CliServices _services;
    private readonly Option<string?> _sandbox = SandboxOption.Create("Fail (exit code 3) unless sandboxes of this kind can be had here.");

    /// <summary>Creates the command.</summary>
    public DoctorCommand(CliServices services)
        : base(
            "doctor",
            "Look at this machine: what is installed, which sandboxes can be had, and what each of them withholds from an agent here. Changes nothing.",
            ("thesis doctor", "tables for people"),
            ("thesis doctor --json", "the same for a script"),
            ("thesis doctor --sandbox bubblewrap", "exit code 0 only if bubblewrap works here"))
    {
        _services = services;
        Options.Add(_sandbox);
        SetAction((parse, cancellationToken) => ExecuteAsync(parse, cancellationToken));
    }

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var checks = new SystemChecks(_services.Environment).Run();
        var findings = new List<SandboxFinding>();
        foreach (var kind in SandboxKinds.All)
        {
            findings.Add(SandboxFinding.Of(await ExamineAsync(kind, cancellationToken)));
        }

        var missing = checks.Where(check => check is { Required: true, Present: false }).Select(check => check.Detail)
            .Concat(findings.Where(finding => finding.Kind == parse.GetValue(_sandbox) && !finding.Available).Select(finding => finding.Reason))
            .ToList();
        var result = new DoctorResult(missing.Count == 0, checks, findings);
        if (parse.GetValue(Json))
        {
            _services.Terminal.WriteJson(result, CliJson.Default.DoctorResult);
        }
        else
        {
            WriteTables(result);
        }

        missing.ForEach(_services.Terminal.Say);
        return result.Healthy ? ExitCodes.Success : ExitCodes.Unreachable;
    }

    private async Task<SandboxReport> ExamineAsync(string kind, CancellationToken cancellationToken)
    {
        var launcher = SandboxLaunchers.Create(new SandboxOptions { Kind = kind }, _services.Time);
        try
        {
            return await launcher.ExamineAsync(cancellationToken);
        }
        finally
        {
            if (launcher is IAsyncDisposable disposable)
            {
                await disposable.DisposeAsync();
            }
        }
    }

    private void WriteTables(DoctorResult result)
    {
        var programs = new Table().Border(TableBorder.Rounded).AddColumns("", "Program", "");
        foreach (var check in result.Checks)
        {
            programs.AddRow(Mark(check.Present), SafeText.Markup(check.Name), SafeText.Markup(check.Detail));
        }

        _services.Terminal.Results.Write(programs);
        var available = result.Sandboxes.Where(sandbox => sandbox.Available).ToList();
        foreach (var sandbox in result.Sandboxes.Except(available))
        {
            _services.Terminal.Output.WriteLine($"No {sandbox.Kind} sandboxes: {SafeText.Line(sandbox.Reason)}");
        }

        var withheld = new Table().Border(TableBorder.Rounded).AddColumn("An agent is denied").AddColumns([.. available.Select(sandbox => sandbox.Kind)]);
        foreach (var guarantee in available.SelectMany(sandbox => sandbox.Guarantees).Select(entry => entry.Name).Distinct())
        {
            withheld.AddRow([GuaranteeText.Of(guarantee), .. available.Select(sandbox => Cell(sandbox.Guarantees.First(entry => entry.Name == guarantee)))]);
        }

        _services.Terminal.Results.Write(withheld);
    }

    private static string Cell(GuaranteeFinding finding) => $"{Mark(finding.InForce)} {SafeText.Markup(finding.By)}";

    private static string Mark(bool isGood) => isGood ? "[green]yes[/]" : "[yellow]no[/]";
}
