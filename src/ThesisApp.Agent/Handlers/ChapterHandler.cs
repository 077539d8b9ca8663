using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Cache;
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

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineChapter chapter = outline.Chapters.FirstOrDefault(candidate => candidate.Id == context.Subject)
            ?? throw new TaskFailedException($"The outline has no chapter '{context.Subject}'.");
        IReadOnlyList<SectionReview> sections = await context.ReadReviewsAsync(chapter.Sections, cancellationToken);

        FrameRequest request = new(spec, outline.ForWriting(), chapter, sections);
        TaskInputs inputs = new TaskInputs(Kind, chapter.Id, writer.Version)
            .Add("specification", request.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", request.Outline, CoreJson.Default.Outline)
            .Add("chapter", chapter, CoreJson.Default.OutlineChapter);
        foreach (SectionReview section in sections)
        {
            inputs.Add($"section {section.Draft.SectionId}", section, CoreJson.Default.SectionReview);
        }

        return new PreparedTask(spec.Title, inputs, async token =>
        {
            (ChapterFrame frame, Maker framer) = await writer.FrameAsync(request, token);
            return new ArtifactBag()
                .Add(ArtifactNames.Frame(chapter.Id), frame, CoreJson.Default.ChapterFrame)
                .Add(ArtifactNames.Framer(chapter.Id), framer, CoreJson.Default.Maker)
                .ToResult(StandIns.Note(framer));
        });
    }
}
