using System.Security.Cryptography;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool starts sandboxes.</summary>
internal sealed partial class PoolKeeper
{
    private const int StartsAtATime = 8;

    private async Task GrowAsync(PoolTerm term, int count, CancellationToken cancellationToken)
    {
        LogGrows(logger, count, _members.Count);
        string[] ids = [.. Enumerable.Range(0, count).Select(_ => $"agent-{RandomNumberGenerator.GetHexString(8, lowercase: true)}")];
        foreach (string[] some in ids.Chunk(StartsAtATime))
        {
            bool[] started = await Task.WhenAll(some.Select(id => StartAsync(term, id, scope: null, cancellationToken)));
            foreach (string id in some.Where((_, index) => started[index]))
            {
                Watch(id);
            }

            if (started.Contains(false))
            {
                return;
            }
        }
    }

    private async Task<bool> StartAsync(PoolTerm term, string id, ChapterScope? scope, CancellationToken cancellationToken)
    {
        if (await ClaimAsync(term, id, cancellationToken) == PoolClaim.Full)
        {
            return false;
        }

        try
        {
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
        if (PauseOf(ChapterSandboxes.IsOne(id)).Fail() is { } pause)
        {
            LogNotStarted(logger, id, reason, pause);
        }
    }
}
