using System.Security.Cryptography;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool starts sandboxes.</summary>
internal sealed partial class PoolKeeper
{
    private const int StartsAtATime = 8;

    // One for each scope; null for one that works for all.
    private async Task GrowAsync(PoolTerm term, IReadOnlyList<SandboxScope?> scopes, CancellationToken cancellationToken)
    {
        if (scopes.Count == 0)
        {
            return;
        }

        LogGrows(logger, scopes.Count, _members.Count);
        foreach (SandboxScope?[] some in scopes.Chunk(StartsAtATime))
        {
            (string Id, SandboxScope? Scope)[] starts = [.. some.Select(scope => (scope is null ? $"agent-{RandomNumberGenerator.GetHexString(8, lowercase: true)}" : BoundSandboxes.NewId(scope), scope))];
            bool[] started = await Task.WhenAll(starts.Select(start => StartAsync(term, start.Id, start.Scope, cancellationToken)));
            foreach ((string id, _) in starts.Where((_, index) => started[index]))
            {
                Watch(id);
            }

            if (started.Contains(false))
            {
                return;
            }
        }
    }

    private async Task<bool> StartAsync(PoolTerm term, string id, SandboxScope? scope, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(term, id, cancellationToken) == PoolClaim.Full)
        {
            return false;
        }

        try
        {
            if (access is not null && scope is not null)
            {
                await access.MakeAsync(scope.RunId, cancellationToken);
            }

            await launcher.StartAsync(agents.Describe(id, scope), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Whatever it was: nobody watches what came of it.
            NoteFailure(id, exception.Message);
            if (exception is not SandboxExistsException)
            {
                await launcher.RemoveAsync(id, CancellationToken.None);
            }

            await ForgetAsync(term, id, cancellationToken);
            return false;
        }

        await ConfirmAsync(term, id, cancellationToken);
        return true;
    }

    // The start may have taken longer than the term.
    private async Task ConfirmAsync(PoolTerm term, string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await store.ClaimAsync(term, id, _options.Max, cancellationToken) != PoolClaim.Entered)
            {
                throw new TermOverException();
            }
        }
        catch
        {
            await launcher.RemoveAsync(id, CancellationToken.None);
            throw;
        }
    }

    // Asked before a member is ended, too: it is entered already, so the answer is only whether the term goes on.
    private async Task<PoolClaim> ClaimAsync(PoolTerm term, string id, CancellationToken cancellationToken) =>
        await store.ClaimAsync(term, id, _options.Max, cancellationToken) is var claim and not PoolClaim.TermOver ? claim : throw new TermOverException();

    private void NoteFailure(string id, string reason)
    {
        if (PauseOf(BoundSandboxes.IsOfChapter(id)).Fail() is { } pause)
        {
            LogNotStarted(logger, id, reason, pause);
        }
    }
}
