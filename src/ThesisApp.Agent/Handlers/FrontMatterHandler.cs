using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Writes the abstract and what stands beside it.</summary>
internal sealed class FrontMatterHandler(IWriter writer) : ITaskHandler
{
    public string Kind => TaskKinds.FrontMatter;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        IReadOnlyList<ChapterFrame> frames = await context.ReadFramesAsync(outline, cancellationToken);
        IReadOnlyList<string> files = await context.ListSourceFilesAsync(cancellationToken);

        FrontMatter front = await writer.WriteFrontMatterAsync(new FrontMatterRequest(spec, outline, frames, files.Count), cancellationToken);
        return new ArtifactBag().Add(ArtifactNames.FrontMatter, front, CoreJson.Default.FrontMatter).ToResult();
    }
}
