using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Outlining;

namespace ThesisApp.Agent.Handlers;

/// <summary>Makes the outline where that is a task of its own: a user is to approve it, or a model makes it.</summary>
internal sealed class OutlineHandler(IOutliner outliner) : ITaskHandler
{
    private const string Version = "outline/1";
    private const string Name = "proposal";

    public string Kind => TaskKinds.Outline;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = await context.ReadSpecAsync(cancellationToken);
        if (spec.OutlineBy is null)
        {
            return PreparedTask.Of(
                spec.Title, new TaskInputs(Kind, Name, Version).Add("specification", spec, CoreJson.Default.ThesisSpec), () => Publish(new ProposedOutline(OutlineBuilder.Build(spec), [])));
        }

        // What the sources say does not count, only what they are about.
        SourceHeadings[] sources = [.. (await context.ReadSourcesAsync(cancellationToken)).Select(SourceHeadings.Of)];
        TaskInputs inputs = new TaskInputs(Kind, Name, $"{Version} {outliner.Version}")
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("headings of the sources", sources, CoreJson.Default.IReadOnlyListSourceHeadings);
        return new PreparedTask(spec.Title, inputs, async token => Publish(await outliner.ProposeAsync(new OutlineRequest(spec, sources), token)));
    }

    private static TaskResult Publish(ProposedOutline proposed)
    {
        ArtifactBag bag = new ArtifactBag().Add(ArtifactNames.Outline, proposed.Outline, CoreJson.Default.Outline);
        if (proposed.Notes.Count > 0)
        {
            bag.Add(ArtifactNames.OutlineNotes, [.. proposed.Notes], CoreJson.Default.StringArray);
        }

        return bag.ToResult(string.Join(' ', proposed.Notes.Prepend($"{Counted.Of(proposed.Outline.Chapters.Count, "chapter")}, {Counted.Of(proposed.Outline.Sections.Count(), "section")}")));
    }
}
