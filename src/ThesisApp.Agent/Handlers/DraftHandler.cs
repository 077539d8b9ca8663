using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Writes one section.</summary>
internal sealed class DraftHandler(IWriter writer, HeldSections held) : ITaskHandler
{
    public string Kind => TaskKinds.Draft;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineSection section = context.SectionOf(outline);
        if (await HeldSections.FindAsync(context, section.Id, cancellationToken) is { IsHeld: true } user)
        {
            return await held.PrepareAsync(context, section, user, (review, artifacts) => Publish(section, new SectionWork(review.Draft, artifacts), null), cancellationToken);
        }

        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(section.Needs, cancellationToken);
        SectionAllotment allotment = await context.ReadAsync(ArtifactNames.Allotment(section.Id), CoreJson.Default.SectionAllotment, cancellationToken);

        (SectionResearch? research, IReadOnlyList<SharedAbbreviation> abbreviations) = await context.ReadBesideAsync(allotment, cancellationToken);

        DraftRequest request = new(spec, outline.ForWriting(), section, needed, allotment) { Abbreviations = abbreviations, Found = research?.Passages ?? [] };
        TaskInputs inputs = new TaskInputs(Kind, section.Id, writer.Version)
            .Add("specification", request.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", request.Outline, CoreJson.Default.Outline)
            .Add("section", section, CoreJson.Default.OutlineSection)
            .Add("passages", allotment, CoreJson.Default.SectionAllotment)
            .AddArtifacts(needed)
            .AddAbbreviations(abbreviations)
            .AddResearch(research);
        return new PreparedTask(spec.Title, inputs, token => DraftAsync(context, request, token));
    }

    private async Task<TaskResult> DraftAsync(TaskContext context, DraftRequest request, CancellationToken cancellationToken)
    {
        context.Progress.Report(0.1, $"writing {request.Section.Number} {request.Section.Title}");
        return Publish(request.Section, await writer.DraftAsync(request, cancellationToken), writer.Drafter);
    }

    private static TaskResult Publish(OutlineSection section, SectionWork work, Maker? maker)
    {
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Draft(section.Id), work.Draft, CoreJson.Default.SectionDraft);
        if (maker is not null)
        {
            bag.Add(ArtifactNames.Drafter(section.Id), maker, CoreJson.Default.Maker);
        }

        foreach (Artifact artifact in work.Artifacts)
        {
            bag.Add(ArtifactNames.Proposal(artifact.Name), artifact, CoreJson.Default.Artifact);
        }

        return bag.ToResult(Counted.Of(work.Draft.Paragraphs.Sum(paragraph => paragraph.Sentences.Count), "sentence"));
    }
}
