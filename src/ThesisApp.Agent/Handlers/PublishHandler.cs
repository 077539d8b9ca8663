using Microsoft.Extensions.Options;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Documents.Assembly;
using ThesisApp.Documents.Export;

namespace ThesisApp.Agent.Handlers;

/// <summary>Puts one chapter's text into the store for readers outside and, where it has one, into the sandbox's output.</summary>
internal sealed class PublishHandler(IBoundBoard board, IOptions<AgentOptions> options) : ITaskHandler
{
    private const string Version = "publish/1";

    public string Kind => TaskKinds.Publish;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineChapter chapter = outline.Chapters.FirstOrDefault(candidate => candidate.Id == context.Subject)
            ?? throw new TaskFailedException($"The outline has no chapter '{context.Subject}'.");

        // The other chapters may not be written yet: what is numbered through the whole thesis is numbered within this one.
        Manuscript manuscript = new(
            await context.ReadSpecAsync(cancellationToken),
            outline,
            new FrontMatter([], [], string.Empty),
            await context.ReadFramesAsync([chapter], cancellationToken),
            await context.ReadReviewsAsync(chapter.Sections, cancellationToken),
            await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken));

        IReadOnlySet<string> held = await HeldSections.ListAsync(context, [.. chapter.Sections.Select(section => section.Id)], cancellationToken);

        // What it does is done outside: that it was done before, for another run or an older text, helps nobody.
        return new PreparedTask(manuscript.Spec.Title, new TaskInputs(Kind, chapter.Id, Version), token => PublishAsync(context, chapter, ChapterPass.Apply(manuscript, held), token)) { IsCacheable = false };
    }

    private async Task<TaskResult> PublishAsync(TaskContext context, OutlineChapter chapter, Manuscript manuscript, CancellationToken cancellationToken)
    {
        byte[] text = MarkdownExporter.ExportChapter(DocumentAssembler.Assemble(manuscript), chapter.Id);
        if (options.Value.Output is { Length: > 0 } output && options.Value.Chapter == chapter.Id)
        {
            // In place: where the sandbox is shut in, this one file is all that it may write.
            await File.WriteAllBytesAsync(output, text, cancellationToken);
        }

        return await board.PublishAsync(context.Lease, chapter.Id, text, cancellationToken)
            ? new ArtifactBag().ToResult($"{text.Length} bytes")
            : throw new InvalidOperationException("The lease was lost before the chapter was published.");
    }
}
