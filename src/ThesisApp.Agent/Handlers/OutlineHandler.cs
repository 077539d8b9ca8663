using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Agent.Handlers;

/// <summary>Makes the outline that a user is to approve.</summary>
internal sealed class OutlineHandler : ITaskHandler
{
    private const string Version = "outline/1";

    public string Kind => TaskKinds.Outline;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        TaskInputs inputs = new TaskInputs(Kind, "proposal", Version).Add("specification", spec, CoreJson.Default.ThesisSpec);
        return PreparedTask.Of(spec.Title, inputs, () =>
        {
            Outline outline = OutlineBuilder.Build(spec);
            return new ArtifactBag().Add(ArtifactNames.Outline, outline, CoreJson.Default.Outline)
                .ToResult($"{Counted.Of(outline.Chapters.Count, "chapter")}, {Counted.Of(outline.Sections.Count(), "section")}");
        });
    }
}
