using System.Text.Json;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Consistency;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Writing.Consistency;

namespace ThesisApp.Agent.Handlers;

/// <summary>Reads the whole for what does not agree. Only graphs that were planned with a chat model have this task; an agent without one has nothing to say.</summary>
internal sealed class ConsistencyHandler(IConsistencyReader? reader = null) : ITaskHandler
{
    private static readonly ConsistencyReport Nothing = new([], [], "The whole was not read for consistency: the agent that was to do it has no chat model. Give all agents the same connection strings.");

    public string Kind => TaskKinds.Consistency;

    public async Task<PreparedTask> PrepareAsync(TaskContext context, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        Outline outline = await context.ReadOutlineAsync(cancellationToken);
        IReadOnlyList<SectionReview> sections = await context.ReadReviewsAsync(outline.Sections, cancellationToken);
        string[] mendable = await ListMendableAsync(context, outline, cancellationToken);

        ConsistencyRequest request = new(spec, outline.ForWriting(), sections, mendable);
        TaskInputs inputs = new TaskInputs(Kind, "whole", reader?.Version ?? "none")
            .Add("specification", request.Spec, CoreJson.Default.ThesisSpec)
            .Add("outline", request.Outline, CoreJson.Default.Outline)
            .Add("sections that a model wrote", mendable, CoreJson.Default.StringArray);
        foreach (SectionReview section in sections)
        {
            inputs.Add($"section {section.Draft.SectionId}", section, CoreJson.Default.SectionReview);
        }

        return new PreparedTask(spec.Title, inputs, async token => Publish(reader is null ? Nothing : await reader.ReadAsync(request, token)));
    }

    // What a person has written or locked stays as it is; so does what was taken from sources word for word, as the offline writer does.
    private static async Task<string[]> ListMendableAsync(TaskContext context, Outline outline, CancellationToken cancellationToken)
    {
        string[] ids = [.. outline.Sections.Select(section => section.Id)];
        IReadOnlySet<string> held = await HeldSections.ListAsync(context, ids, cancellationToken);
        IReadOnlyList<ReadOnlyMemory<byte>?> drafters = await context.Blackboard.ReadManyAsync(context.Lease.RunId, [.. ids.Select(ArtifactNames.Drafter)], cancellationToken);
        return [.. ids.Where((_, i) => !held.Contains(ids[i]) && IsModel(drafters[i]))];
    }

    private static bool IsModel(ReadOnlyMemory<byte>? stored) => stored is { } bytes && JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.Maker) is { Prompts.Count: > 0 };

    private static TaskResult Publish(ConsistencyReport report) => new ArtifactBag()
        .Add(ArtifactNames.Consistency, report, CoreJson.Default.ConsistencyReport)
        .ToResult($"{Counted.Of(report.Findings.Count, "finding")}, {Counted.Of(report.Mends.Count, "spelling")} made alike");
}
