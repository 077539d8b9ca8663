using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
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
    private const int PassageCount = 24;

    public string Kind => TaskKinds.Establish;

    public async Task<TaskResult> HandleAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        OutlineArtifact wanted = outline.Artifacts.FirstOrDefault(candidate => candidate.Name == context.Subject)
            ?? throw new TaskFailedException($"The outline has no artifact '{context.Subject}'.");
        IReadOnlyList<Artifact> needed = await context.ReadArtifactsAsync(wanted.Needs, cancellationToken);
        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        IReadOnlyList<Passage> passages = allotter.Search(sources, $"{spec.Topic} {spec.CaseStudy} {wanted.Brief}", PassageCount, cancellationToken);

        Artifact artifact = await writer.EstablishAsync(new EstablishRequest(spec, outline, wanted, needed, passages), cancellationToken);
        return new ArtifactBag()
            .Add(ArtifactNames.Artifact(wanted.Name), artifact, CoreJson.Default.Artifact)
            .ToResult($"{artifact.Claims.Count} claims, {artifact.Terms.Count} terms");
    }
}
