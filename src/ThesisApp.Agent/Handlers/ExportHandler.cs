using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
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
    public string Kind => TaskKinds.Export;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Manuscript manuscript = await context.ReadAsync(ArtifactNames.Manuscript, CoreJson.Default.Manuscript, cancellationToken);
        ThesisDocument document = DocumentAssembler.Assemble(manuscript);

        IReadOnlyDictionary<string, byte[]> files = context.Subject switch
        {
            "markdown" => MarkdownExporter.Export(document),
            "html" => HtmlExporter.Export(document),
            "bibtex" => BibTexExporter.Export(document),
            string format => throw new TaskFailedException($"This agent knows no output format '{format}'. Run agents of the orchestrator's version."),
        };

        ArtifactBag bag = new();
        foreach ((string path, byte[] bytes) in files)
        {
            bag.Add(ArtifactNames.Document(path), bytes);
        }

        return bag.ToResult(string.Join(", ", files.Keys.Order(StringComparer.Ordinal)));
    }
}
