using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Frames one chapter.</summary>
internal sealed class ChapterHandler(IWriter writer) : ITaskHandler
{
    public string Kind => TaskKinds.Chapter;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineChapter chapter = outline.Chapters.FirstOrDefault(candidate => candidate.Id == context.Subject)
            ?? throw new TaskFailedException($"The outline has no chapter '{context.Subject}'.");
        IReadOnlyList<SectionReview> sections = await context.ReadReviewsAsync(chapter.Sections, cancellationToken);

        ChapterFrame frame = await writer.FrameAsync(new FrameRequest(spec, outline, chapter, sections), cancellationToken);
        return new ArtifactBag().Add(ArtifactNames.Frame(chapter.Id), frame, CoreJson.Default.ChapterFrame).ToResult();
    }
}
