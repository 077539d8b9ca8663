using System.Text;
using System.Text.Json;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Progress;
using ThesisApp.Client;
using ThesisApp.Contracts;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>Brings the documents of a run to the output folder and reads the report.</summary>
internal sealed class Delivery(IThesisClient client, SafeFolder output)
{
    private const string ReportName = "report.json";
    private const string BibliographyName = "references.bib";

    /// <summary>Exports all documents and removes those of the run before that are no longer made.</summary>
    public async Task<DeliveryResult> DeliverAsync(RunSnapshot snapshot, ResumeState state, CancellationToken cancellationToken)
    {
        var names = await DocumentExporter.ExportAsync(client, snapshot.Run.Id, output, _ => true, cancellationToken);
        if (names.Count > 0)
        {
            foreach (var stale in (state.Documents ?? []).Except(names, StringComparer.Ordinal))
            {
                output.Remove(stale);
            }
        }

        return new DeliveryResult(names.Count > 0 ? names : state.Documents ?? [], await SummarizeAsync(names, cancellationToken));
    }

    private async Task<ThesisSummary?> SummarizeAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        if (!names.Contains(ReportName, StringComparer.Ordinal))
        {
            return null;
        }

        try
        {
            var report = JsonSerializer.Deserialize(await File.ReadAllBytesAsync(output.Resolve(ReportName), cancellationToken), ContractsJson.Default.RunReport);
            var bibliography = names.Contains(BibliographyName, StringComparer.Ordinal)
                ? await File.ReadAllTextAsync(output.Resolve(BibliographyName), Encoding.UTF8, cancellationToken)
                : null;
            return report is null ? null : ThesisSummary.Of(report, bibliography);
        }
        catch (JsonException exception)
        {
            throw new CliException(ExitCodes.RunFailed, $"The report '{ReportName}' can't be read: {exception.Message}", "The documents were exported; the orchestrator may be of another version than this command.");
        }
    }
}
