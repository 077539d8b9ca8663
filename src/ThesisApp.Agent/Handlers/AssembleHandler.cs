using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Agent.Handlers;

/// <summary>Collects everything that the document is put together from.</summary>
internal sealed class AssembleHandler : ITaskHandler
{
    public string Kind => TaskKinds.Assemble;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        Manuscript manuscript = new(
            await context.ReadSpecAsync(cancellationToken),
            outline,
            await context.ReadAsync(ArtifactNames.FrontMatter, CoreJson.Default.FrontMatter, cancellationToken),
            await context.ReadFramesAsync(outline, cancellationToken),
            await context.ReadReviewsAsync(outline.Sections, cancellationToken),
            await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken));

        return new ArtifactBag().Add(ArtifactNames.Manuscript, manuscript, CoreJson.Default.Manuscript).ToResult();
    }
}
