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

namespace ThesisApp.Agent.Handlers;

/// <summary>Establishes an artifact that no section gives.</summary>
internal sealed class EstablishHandler(IWriter writer, IPassageAllotter allotter) : ITaskHandler
{
    /// <summary>Most passages that it is made from.</summary>
    public const int PassageCount = 24;

    public string Kind => TaskKinds.Establish;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineArtifact wanted = outline.Artifacts.FirstOrDefault(candidate => candidate.Name == context.Subject)
            ?? throw new TaskFailedException($"The outline has no artifact '{context.Subject}'.");
        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(wanted.Needs, cancellationToken);
        IReadOnlyList<Passage> passages = await context.TryReadAsync(ArtifactNames.Retrieved(wanted.Name), CoreJson.Default.IReadOnlyListPassage, cancellationToken)
            ?? allotter.Search(await context.ReadSourcesAsync(cancellationToken), QueryOf(spec, wanted), PassageCount, cancellationToken);

        EstablishRequest request = new(spec, outline.ForWriting(), wanted, needed, passages);
        TaskInputs inputs = new TaskInputs(Kind, wanted.Name, writer.Version)
            .Add("specification", request.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", request.Outline, CoreJson.Default.Outline)
            .Add("artifact", wanted, CoreJson.Default.OutlineArtifact)
            .Add("passages", passages, CoreJson.Default.IReadOnlyListPassage)
            .AddArtifacts(needed);
        return new PreparedTask(spec.Title, inputs, token => EstablishAsync(request, token));
    }

    /// <summary>What is looked for.</summary>
    public static string QueryOf(ThesisSpec spec, OutlineArtifact artifact) => $"{spec.Topic} {spec.CaseStudy} {artifact.Brief}";

    private async Task<TaskResult> EstablishAsync(EstablishRequest request, CancellationToken cancellationToken)
    {
        Artifact artifact = await writer.EstablishAsync(request, cancellationToken);
        return new ArtifactBag()
            .Add(ArtifactNames.Artifact(artifact.Name), artifact, CoreJson.Default.Artifact)
            .ToResult($"{Counted.Of(artifact.Claims.Count, "claim")}, {Counted.Of(artifact.Terms.Count, "term")}");
    }
}
