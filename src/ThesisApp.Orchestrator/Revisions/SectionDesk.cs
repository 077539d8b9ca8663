using System.Text.Json;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Sources;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>Shows sections to users, and does with them what users ask for. It holds nothing: each orchestrator sees the same.</summary>
internal sealed class SectionDesk(IRunStore runs, IBlackboard blackboard, IRunRevisions revisions, TimeProvider time)
{
    private const int MostComments = 100;
    private const int Tries = 8;

    /// <summary>All sections of a run in reading order; null if it has no outline yet.</summary>
    public async Task<IReadOnlyList<SectionView>?> ListAsync(string runId, CancellationToken cancellationToken)
    {
        if (await blackboard.ReadAsync(runId, ArtifactNames.Outline, cancellationToken) is not { } stored)
        {
            return null;
        }

        OutlineSection[] sections = [.. JsonSerializer.Deserialize(stored.Span, CoreJson.Default.Outline)!.Sections];
        IReadOnlyList<ReadOnlyMemory<byte>?> values = await blackboard.ReadManyAsync(
            runId, [.. sections.SelectMany(section => new[] { ArtifactNames.Review(section.Id), ArtifactNames.User(section.Id), ArtifactNames.Comments(section.Id) })], cancellationToken);
        return [.. sections.Select((section, i) => new SectionView(section, values[3 * i] ?? default, values[(3 * i) + 1] ?? default, values[(3 * i) + 2] ?? default))];
    }

    /// <summary>One section, or null.</summary>
    public async Task<SectionView?> FindAsync(string runId, string sectionId, CancellationToken cancellationToken) =>
        (await ListAsync(runId, cancellationToken))?.FirstOrDefault(view => view.Section.Id == sectionId);

    /// <summary>The section's text as Markdown for a person to edit: the user's own, or the agents' with citations in Pandoc's form; null where there is none yet.</summary>
    public async Task<string?> ReadTextAsync(string runId, SectionView view, CancellationToken cancellationToken)
    {
        if (view.User.Text is { } text)
        {
            return text + "\n";
        }

        if ((view.User.Locked ?? view.Review) is not { } review)
        {
            return null;
        }

        string[] names = [.. (await runs.ListInputsAsync(runId, cancellationToken))
            .Where(name => name.StartsWith(RunInputs.SourcePrefix, StringComparison.Ordinal)).Select(name => ArtifactNames.Source(name[RunInputs.SourcePrefix.Length..]))];
        IReadOnlyList<ReadOnlyMemory<byte>?> sources = await blackboard.ReadManyAsync(runId, names, cancellationToken);
        return SectionMarkdown.Of(review.Draft, new PassageLocators(sources.OfType<ReadOnlyMemory<byte>>().Select(source => JsonSerializer.Deserialize(source.Span, CoreJson.Default.SourceDocument)!)));
    }

    /// <summary>Puts a user's text in the place of what was shown.</summary>
    public Task<RevisionResult> EditAsync(string runId, SectionView shown, string text, CancellationToken cancellationToken) => ChangeAsync(
        runId, shown, shown.User with { Text = text, Locked = null, LockedArtifacts = [] }, "a user has edited it", RedoFrom.Review, cancellationToken);

    /// <summary>Does an edit once more that is there already: a store's crash may have cut off what was to be done again.</summary>
    public async Task<RevisionResult> RepeatAsync(string runId, SectionView shown, CancellationToken cancellationToken)
    {
        SectionChange same = new() { SectionId = shown.Section.Id, Before = shown.Changed, After = shown.Changed, Message = "the same edit came again", RefuseIfBusy = true, Redo = RedoFrom.Review };
        RevisionResult result = await revisions.ReviseSectionAsync(runId, same, cancellationToken);
        return result == RevisionResult.Busy ? RevisionResult.Unchanged : result;
    }

    /// <summary>Keeps a text as it is, whatever it depends on.</summary>
    public async Task<RevisionResult> LockAsync(string runId, SectionView shown, CancellationToken cancellationToken)
    {
        if (shown.User.IsHeld)
        {
            return RevisionResult.Unchanged;
        }

        if (shown.Review is not { } review)
        {
            return RevisionResult.Unknown;
        }

        IReadOnlyList<ReadOnlyMemory<byte>?> given = await blackboard.ReadManyAsync(runId, [.. shown.Section.Gives.Select(ArtifactNames.Artifact)], cancellationToken);
        Artifact[] artifacts = [.. given.OfType<ReadOnlyMemory<byte>>().Select(artifact => JsonSerializer.Deserialize(artifact.Span, CoreJson.Default.Artifact)!)];
        return await ChangeAsync(runId, shown, shown.User with { Locked = review, LockedArtifacts = artifacts }, "a user has locked it", RedoFrom.Nothing, cancellationToken);
    }

    /// <summary>Gives a section back to the agents.</summary>
    public Task<RevisionResult> UnlockAsync(string runId, SectionView shown, CancellationToken cancellationToken) => shown.User.IsHeld
        ? ChangeAsync(runId, shown, shown.User with { Text = null, Locked = null, LockedArtifacts = [] }, "a user has given it back to the agents", RedoFrom.Draft, cancellationToken)
        : Task.FromResult(RevisionResult.Unchanged);

    /// <summary>Adds a comment. Two that come at once are both kept.</summary>
    public async Task<RevisionResult> CommentAsync(string runId, string sectionId, string text, CancellationToken cancellationToken)
    {
        RevisionResult result = RevisionResult.Unknown;
        for (int i = 0; i < Tries && await FindAsync(runId, sectionId, cancellationToken) is { } view; i++)
        {
            if (view.User.Comments.Count >= MostComments)
            {
                return RevisionResult.Conflict;
            }

            UserSection after = view.User with { Comments = [.. view.User.Comments, new SectionComment(view.User.Comments.Count + 1, text, time.GetUtcNow())] };
            result = await revisions.ReviseSectionAsync(
                runId,
                new SectionChange
                {
                    SectionId = sectionId,
                    Before = view.Changed,
                    After = Stored(after),
                    Message = "a user has commented on it",
                    Redo = view.User.IsHeld ? RedoFrom.Nothing : RedoFrom.Revision,
                },
                cancellationToken);
            if (result != RevisionResult.Stale)
            {
                return result;
            }
        }

        return result;
    }

    private Task<RevisionResult> ChangeAsync(string runId, SectionView shown, UserSection after, string message, RedoFrom redo, CancellationToken cancellationToken) =>
        revisions.ReviseSectionAsync(
            runId,
            new SectionChange
            {
                SectionId = shown.Section.Id,
                Before = shown.Changed,
                After = Stored(after with { Changes = shown.User.Changes + 1 }),
                Shown = shown.User.IsHeld ? (ReadOnlyMemory<byte>?)null : shown.Written,
                Message = message,
                RefuseIfBusy = true,
                Redo = redo,
            },
            cancellationToken);

    private static byte[] Stored(UserSection user) => JsonSerializer.SerializeToUtf8Bytes(user, CoreJson.Default.UserSection);
}
