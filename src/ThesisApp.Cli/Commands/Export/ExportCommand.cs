using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Json;
using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Servers;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Export;

/// <summary><c>thesis export RUN --output DIR</c></summary>
internal sealed class ExportCommand : ServerCommand
{
    private readonly Argument<string> _run = RunArgument();

    private readonly Option<string> _output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "Folder for the documents; made if it is not there." };

    private readonly Option<string[]> _formats = new("--format")
    {
        HelpName = "FORMAT",
        AllowMultipleArgumentsPerToken = true,
        Description = "Only these formats. Without it: all documents.",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Creates the command.</summary>
    public ExportCommand(CliServices services)
        : base(
            services,
            "export",
            "Copy the documents of a run to a folder.",
            ("thesis export latest --output out", "all documents of the newest run"),
            ("thesis export RUN --output out --format html bibtex", "only two formats"))
    {
        _formats.AcceptOnlyFromAmong([.. DocumentFormats.Names]);
        Arguments.Add(_run);
        Options.Add(_output);
        Options.Add(_formats);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(ParseResult parse, ServerConnection connection, CancellationToken cancellationToken)
    {
        var folder = new SafeFolder(parse.GetRequiredValue(_output));
        var formats = parse.GetValue(_formats) ?? [];
        var run = await RunLookup.FindAsync(connection.Client, parse.GetRequiredValue(_run), cancellationToken);
        folder.CheckWritable();
        var names = await DocumentExporter.ExportAsync(connection.Client, run.Id, folder, document => DocumentFormats.Includes(formats, document), cancellationToken);
        if (names.Count == 0)
        {
            throw Nothing(run, formats);
        }

        if (parse.GetValue(Json))
        {
            Services.Terminal.WriteJson(new ExportResult(run.Id, folder.Path, names), CliJson.Default.ExportResult);
        }
        else
        {
            foreach (var name in names)
            {
                Services.Terminal.Output.WriteLine(folder.Resolve(name));
            }
        }

        return ExitCodes.Success;
    }

    private static CliException Nothing(RunInfo run, string[] formats) => run.State == RunState.Succeeded && formats.Length > 0
        ? new(ExitCodes.RunFailed, $"Run '{run.Id}' has no documents of the format {string.Join(" or ", formats)}.", "Without --format all are exported that there are.")
        : new(
            ExitCodes.RunFailed,
            $"Run '{run.Id}' has no such documents yet: it {StateText.Sentence(run.State)}, {run.Tasks.Done} of {run.Tasks.Total} tasks are done.",
            run.IsFinal ? $"'thesis status {run.Id}' shows why." : $"'thesis watch {run.Id}' waits for it.");
}
