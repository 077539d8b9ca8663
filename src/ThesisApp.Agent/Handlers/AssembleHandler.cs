using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;

namespace ThesisApp.Agent.Handlers;

/// <summary>Collects everything that the document is put together from.</summary>
internal sealed class AssembleHandler : ITaskHandler
{
    private const string Version = "assemble/1";

    public string Kind => TaskKinds.Assemble;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        Manuscript manuscript = new(
            await context.ReadSpecAsync(cancellationToken),
            outline,
            await context.ReadAsync(ArtifactNames.FrontMatter, CoreJson.Default.FrontMatter, cancellationToken),
            await context.ReadFramesAsync(outline.Chapters, cancellationToken),
            await context.ReadReviewsAsync(outline.Sections, cancellationToken),
            await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken));

        TaskInputs inputs = new TaskInputs(Kind, "manuscript", Version)
            .Add("specification", manuscript.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", outline, CoreJson.Default.Outline)
            .Add("front matter", manuscript.FrontMatter, CoreJson.Default.FrontMatter)
            .Add("bibliography", manuscript.Bibliography, CoreJson.Default.Bibliography);
        foreach (ChapterFrame frame in manuscript.Chapters)
        {
            inputs.Add($"chapter {frame.ChapterId}", frame, CoreJson.Default.ChapterFrame);
        }

        foreach (SectionReview section in manuscript.Sections)
        {
            inputs.Add($"section {section.Draft.SectionId}", section, CoreJson.Default.SectionReview);
        }

        ConsistencyReport? consistency = await context.TryReadAsync(ArtifactNames.Consistency, CoreJson.Default.ConsistencyReport, cancellationToken);
        if (consistency is not null)
        {
            // A section may have been locked since the whole was read.
            IReadOnlySet<string> held = await HeldSections.ListAsync(context, [.. outline.Sections.Select(section => section.Id)], cancellationToken);
            consistency = consistency with { Mends = [.. consistency.Mends.Select(mend => mend with { Sections = [.. mend.Sections.Where(section => !held.Contains(section))] })] };
            inputs.Add("spellings to be made alike", consistency with { Findings = [], Note = null }, CoreJson.Default.ConsistencyReport);
        }

        return PreparedTask.Of(
            manuscript.Spec.Title, inputs, () => new ArtifactBag().Add(ArtifactNames.Manuscript, TermMender.Apply(manuscript, consistency?.Mends ?? []), CoreJson.Default.Manuscript).ToResult());
    }
}
