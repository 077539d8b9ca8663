using System.IO.Compression;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Core;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>The documents of a run: those on its blackboard, and the report.</summary>
internal sealed class DocumentCatalog(IBlackboard blackboard, ReportComposer reports)
{
    /// <summary>Documents that are there now, by name.</summary>
    public async Task<IReadOnlyList<DocumentInfo>> ListAsync(RunInfo run, CancellationToken cancellationToken) =>
        [.. (await ReadAllAsync(run, cancellationToken)).Select(file => new DocumentInfo(file.Name, DocumentNames.MediaType(file.Name), file.Content.Length))];

    /// <summary>A document's bytes by name or format, or null if it is not there.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(RunInfo run, string nameOrFormat, CancellationToken cancellationToken) => DocumentNames.Resolve(nameOrFormat) switch
    {
        DocumentNames.Report => (await reports.ComposeAsync(run, cancellationToken)).Json,
        DocumentNames.ReportPage => (await reports.ComposeAsync(run, cancellationToken)).Page,
        DocumentNames.Archive => await PackAsync(run, cancellationToken),
        string name => await blackboard.ReadAsync(run.Id, ArtifactNames.Document(name), cancellationToken),
    };

    private async Task<IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)>> ReadAllAsync(RunInfo run, CancellationToken cancellationToken)
    {
        string[] artifacts = [.. (await blackboard.ListAsync(run.Id, cancellationToken)).Where(name => name.StartsWith(ArtifactNames.DocumentPrefix, StringComparison.Ordinal))];
        IReadOnlyList<ReadOnlyMemory<byte>?> contents = await blackboard.ReadManyAsync(run.Id, artifacts, cancellationToken);
        List<(string Name, ReadOnlyMemory<byte> Content)> files = [.. artifacts
            .Zip(contents)
            .Where(file => file.Second is not null)
            .Select(file => (file.First[ArtifactNames.DocumentPrefix.Length..], file.Second!.Value))];
        if (run.IsFinal || files.Count > 0)
        {
            (byte[] json, byte[] page) = await reports.ComposeAsync(run, cancellationToken);
            files.Add((DocumentNames.Report, json));
            files.Add((DocumentNames.ReportPage, page));
        }

        return [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)];
    }

    private async Task<ReadOnlyMemory<byte>?> PackAsync(RunInfo run, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string Name, ReadOnlyMemory<byte> Content)> files = await ReadAllAsync(run, cancellationToken);
        if (files.Count == 0)
        {
            return null;
        }

        using MemoryStream buffer = new();
        using (ZipArchive archive = new(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, ReadOnlyMemory<byte> content) in files)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name);
                entry.LastWriteTime = run.FinishedAt ?? run.CreatedAt;
                await using Stream stream = await entry.OpenAsync(cancellationToken);
                await stream.WriteAsync(content, cancellationToken);
            }
        }

        return buffer.ToArray();
    }
}
