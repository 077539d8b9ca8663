using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core;
using ThesisApp.Core.Planning;

namespace ThesisApp.Coordination.Revisions;

/// <summary>Users' changes on Redis, Valkey or Garnet.</summary>
internal sealed class RedisRunRevisions(ScriptRunner scripts, ActiveRuns activeRuns) : IRunRevisions
{
    public Task<RevisionResult> ApproveOutlineAsync(string runId, ReadOnlyMemory<byte> shown, ReadOnlyMemory<byte> approved, CancellationToken cancellationToken) =>
        ChangeAsync(BoardScript.Approve, runId, [ArtifactNames.Outline, shown, approved, ArtifactNames.OutlineEdited], cancellationToken);

    public Task<RevisionResult> ReviseSectionAsync(string runId, SectionChange change, CancellationToken cancellationToken)
    {
        string draft = RunPlanner.DraftOf(change.SectionId);
        string review = RunPlanner.ReviewOf(change.SectionId);
        RedisValue from = change.Redo switch
        {
            RedoFrom.Draft => draft,
            RedoFrom.Review => review,
            _ => string.Empty,
        };
        return ChangeAsync(
            BoardScript.Revise,
            runId,
            [
                ArtifactNames.User(change.SectionId), change.Before, change.After,
                change.Shown is null ? string.Empty : ArtifactNames.Review(change.SectionId), change.Shown ?? ReadOnlyMemory<byte>.Empty,
                change.Message, change.RefuseIfBusy ? "1" : "0", draft, review, RunPlanner.ReviseOf(change.SectionId), from,
            ],
            cancellationToken);
    }

    // A run that hands out nothing is on no index. The entry comes first: one that names a run without work does no harm, a run that no index names would be lost.
    // It comes again afterwards, since whoever looked before may have taken it off.
    private async Task<RevisionResult> ChangeAsync(BoardScript script, string runId, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        await activeRuns.AddAsync(runId, cancellationToken);
        RevisionResult result = (string?)await scripts.RunAsync(script, runId, arguments, cancellationToken) switch
        {
            "applied" => RevisionResult.Applied,
            "unchanged" => RevisionResult.Unchanged,
            "missing" => RevisionResult.NotFound,
            "unknown" => RevisionResult.Unknown,
            "stale" => RevisionResult.Stale,
            "busy" => RevisionResult.Busy,
            _ => RevisionResult.Conflict,
        };
        if (result is RevisionResult.Applied or RevisionResult.Unchanged)
        {
            await activeRuns.AddAsync(runId, cancellationToken);
        }
        else if (result == RevisionResult.NotFound)
        {
            await activeRuns.RetireAsync(runId, cancellationToken);
        }

        return result;
    }
}
