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
    private const string Version = "assemble/2";

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
            await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken))
        {
            Abbreviations = await context.TryReadAsync(ArtifactNames.Abbreviations, CoreJson.Default.IReadOnlyListSharedAbbreviation, cancellationToken),
        };

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

        inputs.AddAbbreviations(manuscript.Abbreviations ?? []);
        ConsistencyReport? consistency = await context.TryReadAsync(ArtifactNames.Consistency, CoreJson.Default.ConsistencyReport, cancellationToken);
        IReadOnlySet<string> held = new HashSet<string>(StringComparer.Ordinal);
        if (consistency is not null || manuscript.Chapters.Any(frame => frame.Transitions is not null || frame.Repeated is not null))
        {
            // A section may have been locked since its chapter or the whole was read.
            held = await HeldSections.ListAsync(context, [.. outline.Sections.Select(section => section.Id)], cancellationToken);
            inputs.Add("sections of a person", [.. held.Order(StringComparer.Ordinal)], CoreJson.Default.StringArray);
        }

        if (consistency is not null)
        {
            consistency = consistency with { Mends = [.. consistency.Mends.Select(mend => mend with { Sections = [.. mend.Sections.Where(section => !held.Contains(section))] })] };
            inputs.Add("spellings to be made alike", consistency with { Findings = [], Note = null }, CoreJson.Default.ConsistencyReport);
        }

        return PreparedTask.Of(
            manuscript.Spec.Title, inputs, () => new ArtifactBag().Add(ArtifactNames.Manuscript, TermMender.Apply(ChapterPass.Apply(manuscript, held), consistency?.Mends ?? []), CoreJson.Default.Manuscript).ToResult());
    }
}
