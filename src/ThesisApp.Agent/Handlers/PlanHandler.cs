using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Documents.Bibliographies;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Makes the outline, allots the passages and extends the graph with all that follows.</summary>
internal sealed class PlanHandler(IPassageAllotter allotter) : ITaskHandler
{
    public string Kind => TaskKinds.Plan;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        Bibliography bibliography = BibliographyBuilder.Complete(await context.ReadBibliographyInputAsync(cancellationToken), sources);

        // Where a user approves the outline it is an artifact of its own, as planned or edited; else it is made here.
        Outline outline = context.Lease.Task.Needs.Contains(TaskGates.Approval, StringComparer.Ordinal)
            ? await context.ReadOutlineAsync(cancellationToken)
            : OutlineBuilder.Build(spec);
        TaskInputs inputs = new TaskInputs(Kind, "outline", allotter.Version)
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("outline", outline, CoreJson.Default.Outline)
            .Add("bibliography", bibliography, CoreJson.Default.Bibliography);
        bool perChapter = context.Lease.Task.Subject == RunPlanner.PerChapter;
        if (perChapter)
        {
            inputs.Add("sandboxes", "one for each chapter"u8);
        }

        foreach (SourceDocument source in sources)
        {
            inputs.Add($"source {source.FileName}", source, CoreJson.Default.SourceDocument);
        }

        return new PreparedTask(spec.Title, inputs, token => Task.FromResult(Plan(context, spec, outline, sources, bibliography, perChapter, token)));
    }

    private TaskResult Plan(TaskContext context, ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, Bibliography bibliography, bool perChapter, CancellationToken cancellationToken)
    {
        context.Progress.Report(0.3, "allotting passages to sections");
        ArtifactBag bag = new ArtifactBag()
            .Add(ArtifactNames.Outline, outline, CoreJson.Default.Outline)
            .Add(ArtifactNames.Bibliography, bibliography, CoreJson.Default.Bibliography);
        foreach (SectionAllotment allotment in allotter.Allot(spec, outline, sources, cancellationToken))
        {
            bag.Add(ArtifactNames.Allotment(allotment.SectionId), allotment, CoreJson.Default.SectionAllotment);
        }

        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Expand(outline, perChapter);
        return bag.ToResult($"{Counted.Of(outline.Chapters.Count, "chapter")}, {Counted.Of(outline.Sections.Count(), "section")}, {Counted.Of(tasks.Count, "task")}", tasks);
    }
}
