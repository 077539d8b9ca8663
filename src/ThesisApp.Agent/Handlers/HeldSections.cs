using System.Text.Json;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;
using ThesisApp.Writing;
using ThesisApp.Writing.Edits;

namespace ThesisApp.Agent.Handlers;

/// <summary>Sections that a user has written or locked: what drafting and reviewing them comes to.</summary>
internal sealed class HeldSections(IEditedSections edits)
{
    /// <summary>What users have done to the task's section, or null for nothing.</summary>
    public static async Task<UserSection?> FindAsync(TaskContext context, string sectionId, CancellationToken cancellationToken) =>
        await context.TryReadAsync(ArtifactNames.User(sectionId), CoreJson.Default.UserSection, cancellationToken);

    /// <summary>Those of some sections that no agent may write: a user has written or locked them.</summary>
    public static async Task<IReadOnlySet<string>> ListAsync(TaskContext context, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>?> users = await context.Blackboard.ReadManyAsync(context.Lease.RunId, [.. ids.Select(ArtifactNames.User)], cancellationToken);
        return ids.Where((_, i) => users[i] is { } bytes && JsonSerializer.Deserialize(bytes.Span, CoreJson.Default.UserSection) is { IsHeld: true }).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The task on a section that no agent may write.</summary>
    /// <param name="context">The task.</param>
    /// <param name="section">Its section.</param>
    /// <param name="held">What the user has done to it.</param>
    /// <param name="publish">Makes the task's result of the text and of what it gives to others.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public async Task<PreparedTask> PrepareAsync(
        TaskContext context, OutlineSection section, UserSection held, Func<SectionReview, IReadOnlyList<Artifact>, TaskResult> publish, CancellationToken cancellationToken)
    {
        ThesisSpec spec = (await context.ReadSpecAsync(cancellationToken)).ForWriting();
        TaskInputs inputs = new TaskInputs(context.Lease.Task.Kind, section.Id, edits.Version)
            .Add("specification", spec, CoreJson.Default.ThesisSpec)
            .Add("section", section, CoreJson.Default.OutlineSection);
        if (held.Text is not { } text)
        {
            inputs.Add("the locked text", held with { Changes = 0, Comments = [] }, CoreJson.Default.UserSection);
            return PreparedTask.Of(spec.Title, inputs, () => publish(held.Locked!, held.LockedArtifacts));
        }

        IReadOnlyList<SourceDocument> sources = await context.ReadSourcesAsync(cancellationToken);
        Bibliography bibliography = await context.ReadAsync(ArtifactNames.Bibliography, CoreJson.Default.Bibliography, cancellationToken);
        inputs.Add("the user's text", System.Text.Encoding.UTF8.GetBytes(text))
            .Add("citation keys", [.. bibliography.Entries.Select(entry => entry.Key)], CoreJson.Default.StringArray)
            .Add("sources", sources, CoreJson.Default.IReadOnlyListSourceDocument);
        return PreparedTask.Of(spec.Title, inputs, () =>
        {
            ReviewedSection read = edits.Read(new EditRequest(spec, section, text, sources, bibliography));
            return publish(read.Review, read.Artifacts ?? []);
        });
    }
}
