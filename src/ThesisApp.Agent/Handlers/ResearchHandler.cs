using System.Text;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;
using ThesisApp.Writing.Researching;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Handlers;

/// <summary>Has a model say what should be looked up for a section, and looks it up in the sources.</summary>
internal sealed class ResearchHandler(IPassageAllotter allotter, ISectionResearcher? researcher = null, SourceEmbedder? embedder = null) : ITaskHandler
{
    private const string Version = "research/1";

    public string Kind => TaskKinds.Research;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        OutlineSection section = context.SectionOf(await context.ReadOutlineAsync(cancellationToken));
        SectionAllotment allotment = await context.ReadAsync(ArtifactNames.Allotment(section.Id), CoreJson.Default.SectionAllotment, cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        TaskInputs inputs = new TaskInputs(Kind, section.Id, $"{Version} {researcher?.Version ?? "none"} {allotter.Version}")
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("section", section, CoreJson.Default.OutlineSection)
            .Add("passages", allotment, CoreJson.Default.SectionAllotment)
            .Add("sources", sources, CoreJson.Default.IReadOnlyListSourceDocument);
        if (embedder is not null)
        {
            inputs.Add("embeddings", Encoding.UTF8.GetBytes(embedder.Version));
        }

        return new PreparedTask(spec.Title, inputs, token => ResearchAsync(context, new ResearchRequest(spec, section, allotment, [.. sources.Select(SourceHeadings.Of)]), sources, token));
    }

    private async Task<TaskResult> ResearchAsync(TaskContext context, ResearchRequest request, IReadOnlyList<SourceDocument> sources, CancellationToken cancellationToken)
    {
        // An agent without a model cannot ask one; the section has its passages all the same.
        IReadOnlyList<string> queries = researcher is null ? [] : await researcher.AskAsync(request, cancellationToken);
        context.Progress.Report(0.7, $"looking up {Counted.Of(queries.Count, "thing")} for {request.Section.Number} {request.Section.Title}");
        Nearness? nearness = null;
        if (embedder is not null && queries.Count > 0)
        {
            // Read only now: they are large, and needed where there is something to compare them with.
            IReadOnlyList<SourceEmbeddings?> stored = await StoredEmbeddings.ReadAsync(context, sources, embedder, cancellationToken);
            nearness = await embedder.CompareAsync(queries, sources, await StoredEmbeddings.CompleteAsync(embedder, sources, stored, cancellationToken), cancellationToken);
        }

        IReadOnlyList<Passage> found = ResearchFinder.Find(allotter, request.Section, sources, request.Allotment, queries, nearness, cancellationToken);
        return new ArtifactBag()
            .Add(ArtifactNames.Research(request.Section.Id), new SectionResearch(request.Section.Id, queries, found), CoreJson.Default.SectionResearch)
            .ToResult($"{Counted.Of(queries.Count, "query", "queries")}, {Counted.Of(found.Count, "passage")}");
    }
}
