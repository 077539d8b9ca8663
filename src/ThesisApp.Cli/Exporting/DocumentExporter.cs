using ThesisApp.Client;
using ThesisApp.Contracts.Documents;

namespace ThesisApp.Cli.Exporting;

/// <summary>Copies the documents of a run to a folder.</summary>
internal static class DocumentExporter
{
    /// <summary>Copies those documents of which <paramref name="wanted"/> is true. Every name is checked before the first file is written.</summary>
    /// <returns>The names that were written.</returns>
    public static async Task<IReadOnlyList<string>> ExportAsync(
        IThesisClient client,
        string runId,
        SafeFolder folder,
        Func<DocumentInfo, bool> wanted,
        CancellationToken cancellationToken)
    {
        var documents = (await client.ListDocumentsAsync(runId, cancellationToken)).Where(wanted).ToList();
        foreach (var document in documents)
        {
            folder.Resolve(document.Name);
        }

        foreach (var document in documents)
        {
            var content = await client.DownloadAsync(runId, document.Name, cancellationToken);
            await folder.WriteAsync(document.Name, content, cancellationToken);
        }

        return [.. documents.Select(document => document.Name)];
    }
}
