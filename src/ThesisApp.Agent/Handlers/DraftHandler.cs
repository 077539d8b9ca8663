using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Writes one section.</summary>
internal sealed class DraftHandler(IWriter writer) : ITaskHandler
{
    public string Kind => TaskKinds.Draft;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineSection section = context.SectionOf(outline);
        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(section.Needs, cancellationToken);
        SectionAllotment allotment = await context.ReadAsync(ArtifactNames.Allotment(section.Id), CoreJson.Default.SectionAllotment, cancellationToken);

        context.Progress.Report(0.1, $"writing {section.Number} {section.Title}");
        SectionWork work = await writer.DraftAsync(new DraftRequest(spec, outline, section, needed, allotment), cancellationToken);

        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Draft(section.Id), work.Draft, CoreJson.Default.SectionDraft);
        foreach (Artifact artifact in work.Artifacts)
        {
            bag.Add(ArtifactNames.Proposal(artifact.Name), artifact, CoreJson.Default.Artifact);
        }

        return bag.ToResult($"{work.Draft.Paragraphs.Sum(paragraph => paragraph.Sentences.Count)} sentences");
    }
}
