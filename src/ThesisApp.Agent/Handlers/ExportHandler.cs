using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Documents;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Export;

namespace ThesisApp.Agent.Handlers;

/// <summary>Renders one output format.</summary>
internal sealed class ExportHandler : ITaskHandler
{
    // One for all formats; it grows whenever a file would look different.
    private const string Version = "export/3";

    // The one format that shows no figures.
    private const string BibTex = "bibtex";

    public string Kind => TaskKinds.Export;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        string format = context.Subject;
        Manuscript manuscript = await context.ReadAsync(ArtifactNames.Manuscript, CoreJson.Default.Manuscript, cancellationToken);
        TaskInputs inputs = new TaskInputs(Kind, format, Version).Add("manuscript", manuscript, CoreJson.Default.Manuscript);

        // The manuscript has the hash of each picture, so their bytes need not be read to know whether the files have been made.
        return new PreparedTask(manuscript.Spec.Title, inputs, async token => Export(format, DocumentAssembler.Assemble(manuscript), format == BibTex ? RunImages.None : await context.ReadFiguresAsync(manuscript, token)));
    }

    private static TaskResult Export(string format, ThesisDocument document, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
    {
        IReadOnlyDictionary<string, byte[]> files = format switch
        {
            "markdown" => MarkdownExporter.Export(document, images),
            "html" => HtmlExporter.Export(document, images),
            BibTex => BibTexExporter.Export(document),
            _ => throw new TaskFailedException($"This agent knows no output format '{format}'. Run agents of the orchestrator's version."),
        };

        ArtifactBag bag = new();
        foreach ((string path, byte[] bytes) in files)
        {
            bag.Add(ArtifactNames.Document(path), bytes);
        }

        return bag.ToResult(string.Join(", ", files.Keys.Order(StringComparer.Ordinal)));
    }
}
