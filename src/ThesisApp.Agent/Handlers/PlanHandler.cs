using System.Text;
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
using ThesisApp.Writing.Consistency;
using ThesisApp.Writing.Researching;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Handlers;

/// <summary>Makes the outline, allots the passages and extends the graph with all that follows.</summary>
internal sealed class PlanHandler(IPassageAllotter allotter, SourceEmbedder? embedder = null, IConsistencyReader? reader = null, ISectionResearcher? researcher = null) : ITaskHandler
{
    public string Kind => TaskKinds.Plan;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        Bibliography bibliography = BibliographyBuilder.Complete(await context.ReadBibliographyInputAsync(cancellationToken), sources);

        // Where a model makes the outline or a user approves it, it is an artifact of its own, as planned or edited; else it is made here.
        Outline outline = context.Lease.Task.Needs.Contains(RunPlanner.OutlineTask, StringComparer.Ordinal)
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

        IReadOnlyList<SourceEmbeddings?> embeddings = embedder is null ? [] : await StoredEmbeddings.ReadAsync(context, sources, embedder, cancellationToken);
        if (embedder is not null)
        {
            inputs.Add("embeddings of what sections look for", Encoding.UTF8.GetBytes(embedder.Version));
            foreach ((SourceDocument source, SourceEmbeddings? stored) in sources.Zip(embeddings))
            {
                inputs.Add($"embeddings of {source.FileName}", stored?.Values ?? "made with the plan"u8.ToArray());
            }
        }

        if (reader is not null)
        {
            // The graph has more tasks.
            inputs.Add("reads the whole and revises", [1]);
        }

        return new PreparedTask(spec.Title, inputs, token => PlanAsync(context, spec, outline, sources, embeddings, bibliography, perChapter, token));
    }

    private async Task<TaskResult> PlanAsync(
        TaskContext context, ThesisSpec spec, Outline outline, IReadOnlyList<SourceDocument> sources, IReadOnlyList<SourceEmbeddings?> embeddings, Bibliography bibliography, bool perChapter, CancellationToken cancellationToken)
    {
        OutlineSection[] sections = [.. outline.Sections];
        Nearness? nearness = embedder is null ? null : await embedder.CompareAsync(
            [.. sections.Select(SourceEmbedder.QueryOf), .. outline.Artifacts.Select(artifact => EstablishHandler.QueryOf(spec, artifact))],
            sources,
            await StoredEmbeddings.CompleteAsync(embedder, sources, embeddings, cancellationToken),
            cancellationToken);
        context.Progress.Report(0.3, "allotting passages to sections");
        ArtifactBag bag = new ArtifactBag()
            .Add(ArtifactNames.Outline, outline, CoreJson.Default.Outline)
            .Add(ArtifactNames.Bibliography, bibliography, CoreJson.Default.Bibliography);
        SectionAllotment[] allotments = [.. allotter.Allot(spec, outline, sources, nearness, cancellationToken)];
        foreach (SectionAllotment allotment in allotments)
        {
            bag.Add(ArtifactNames.Allotment(allotment.SectionId), allotment, CoreJson.Default.SectionAllotment);
        }

        if (reader is not null)
        {
            // The offline writer takes sentences as they are.
            bag.Add(ArtifactNames.SectionStages, [TaskKinds.Draft, TaskKinds.Review, TaskKinds.Revise], CoreJson.Default.StringArray);
            bag.Add(ArtifactNames.Abbreviations, AbbreviationPlan.Make(outline, allotments), CoreJson.Default.IReadOnlyListSharedAbbreviation);
        }

        for (int i = 0; nearness is not null && i < outline.Artifacts.Count; i++)
        {
            // Found here, where the queries' embeddings are made and accounted for, and not by each task that establishes an artifact.
            OutlineArtifact artifact = outline.Artifacts[i];
            IReadOnlyList<Passage> found = allotter.Search(sources, EstablishHandler.QueryOf(spec, artifact), EstablishHandler.PassageCount, nearness.For(sections.Length + i), cancellationToken);
            bag.Add(ArtifactNames.Retrieved(artifact.Name), found, CoreJson.Default.IReadOnlyListPassage);
        }

        IReadOnlyList<TaskDefinition> tasks = RunPlanner.Expand(outline, perChapter, readsTheWhole: reader is not null, researches: spec.ResearchBy is not null && researcher is not null, revises: reader is not null);
        return bag.ToResult($"{Counted.Of(outline.Chapters.Count, "chapter")}, {Counted.Of(outline.Sections.Count(), "section")}, {Counted.Of(tasks.Count, "task")}", tasks);
    }
}
