using System.Globalization;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Terminals;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>Tells the user how it went.</summary>
internal sealed class GenerateOutcome(CliServices services, GenerateRequest request)
{
    private const int MostLines = 10;

    /// <summary>Writes the result.</summary>
    /// <returns>The exit code.</returns>
    public int Write(RunSnapshot snapshot, DeliveryResult delivery, TimeSpan took)
    {
        var dead = DeadLetter.Of(snapshot.Tasks);
        var succeeded = snapshot.Run.State == RunState.Succeeded;
        if (request.AsJson)
        {
            var result = new GenerateResult(snapshot.Run, request.Output.Path, succeeded ? delivery.Documents : [], delivery.Summary, dead, Math.Round(took.TotalSeconds, 3));
            services.Terminal.WriteJson(result, CliJson.Default.GenerateResult);
        }
        else if (succeeded)
        {
            WriteDocuments(delivery);
            WriteSummary(delivery.Summary, took);
        }

        if (snapshot.Run.State == RunState.AwaitingApproval)
        {
            WriteAwaited(snapshot.Run);
            return ExitCodes.AwaitingApproval;
        }

        if (!succeeded)
        {
            WriteFailure(snapshot.Run, dead);
            return ExitCodes.RunFailed;
        }

        return WriteFailedChecks(delivery.Summary?.FailedChecks ?? []) ? ExitCodes.RunFailed : ExitCodes.Success;
    }

    private void WriteDocuments(DeliveryResult delivery)
    {
        var output = services.Terminal.Output;
        output.WriteLine($"The thesis is in {request.Output.Path}");
        foreach (var name in delivery.Documents.Where(name => !name.Contains('/', StringComparison.Ordinal)))
        {
            output.WriteLine($"  {name}");
        }

        foreach (var folder in delivery.Documents.Where(name => name.Contains('/', StringComparison.Ordinal)).GroupBy(name => name[..name.IndexOf('/', StringComparison.Ordinal)], StringComparer.Ordinal))
        {
            output.WriteLine($"  {folder.Key}/ ({Count(folder.Count(), "file")})");
        }
    }

    private void WriteSummary(ThesisSummary? summary, TimeSpan took)
    {
        var output = services.Terminal.Output;
        if (summary is not null)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Words:N0} words of {summary.Budget:N0} in {Count(summary.Sections, "section")}{(summary.ShortSections == 0 ? "" : $", {summary.ShortSections} of them with a note on their length")}"));
            output.WriteLine($"{(summary.WorksCited is { } works ? $"{Count(works, "work")} cited, " : "")}{summary.Resolved} of {summary.Citations} citations resolved");
            WriteList("warning", summary.Warnings, output);
        }

        output.WriteLine($"took {Durations.Short(took)}");
    }

    private bool WriteFailedChecks(IReadOnlyList<string> failed)
    {
        WriteList("failed check", failed, services.Terminal.Error);
        return failed.Count > 0;
    }

    private void WriteAwaited(RunInfo run)
    {
        var file = Path.Combine(request.Output.Path, OutlineApproval.FileName);
        services.Terminal.Say($"Run {run.Id} waits for its outline to be approved. It is in {file}: edit it if you like, then go on with the same command and --outline {file}");
        if (request.Server is { } server)
        {
            services.Terminal.Say($"or with 'thesis outline approve {run.Id} --server {server}', from anywhere.");
        }
    }

    private void WriteFailure(RunInfo run, IReadOnlyList<DeadLetter> dead)
    {
        services.Terminal.Say($"Run {run.Id} {StateText.Sentence(run.State)}: {run.Tasks.Done} of {run.Tasks.Total} tasks are done. {run.Reason}");
        WriteList("dead letter", [.. dead.Select(letter => $"{letter.Task} ({Count(letter.Attempts, "attempt")}): {letter.Reason}")], services.Terminal.Error);
        services.Terminal.Say(request.Server is { } server
            ? $"Take away the cause, then 'thesis retry {run.Id} --all --server {server}' goes on with what is left."
            : $"Take away the cause, then run the same command again. The logs are in '{Path.Combine(request.StateFolder, "logs")}'.");
    }

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");

    private static void WriteList(string label, IReadOnlyList<string> items, TextWriter writer)
    {
        foreach (var item in items.Take(MostLines))
        {
            writer.WriteLine($"{label}: {SafeText.Line(item)}");
        }

        if (items.Count > MostLines)
        {
            writer.WriteLine($"and {items.Count - MostLines} more ({label}s); report.json has all");
        }
    }
}
