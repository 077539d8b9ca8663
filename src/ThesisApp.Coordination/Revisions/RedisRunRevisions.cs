using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core;

namespace ThesisApp.Coordination.Revisions;

/// <summary>Users' changes on Redis, Valkey or Garnet.</summary>
internal sealed class RedisRunRevisions(ScriptRunner scripts, ActiveRuns activeRuns) : IRunRevisions
{
    public Task<RevisionResult> ApproveOutlineAsync(string runId, ReadOnlyMemory<byte> shown, ReadOnlyMemory<byte> approved, CancellationToken cancellationToken) =>
        ChangeAsync(BoardScript.Approve, runId, [ArtifactNames.Outline, shown, approved], cancellationToken);

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
