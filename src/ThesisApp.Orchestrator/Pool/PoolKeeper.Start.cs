using System.Security.Cryptography;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool starts sandboxes.</summary>
internal sealed partial class PoolKeeper
{
    private const int StartsAtATime = 8;

    // One for each scope, null for one that works for all: some at a time, as far as they start. Returns how many were tried.
    private async Task<int> GrowAsync(PoolTerm term, IReadOnlyList<SandboxScope?> scopes, CancellationToken cancellationToken)
    {
        if (scopes.Count > 0)
        {
            LogGrows(logger, scopes.Count, _members.Count);
        }

        int tried = 0;
        foreach (SandboxScope?[] some in scopes.Chunk(StartsAtATime))
        {
            string?[] started = await Task.WhenAll(some.Select(scope => StartAsync(term, scope, cancellationToken)));
            tried += some.Length;
            foreach (string id in started.OfType<string>())
            {
                Watch(id);
            }

            if (started.Contains(null))
            {
                break;
            }
        }

        return tried;
    }

    // Its id, or null where it did not start.
    private async Task<string?> StartAsync(PoolTerm term, SandboxScope? scope, CancellationToken cancellationToken)
    {
        string id = scope is null ? $"agent-{RandomNumberGenerator.GetHexString(8, lowercase: true)}" : BoundSandboxes.NewId(scope, isApart: access is not null);
        if (!await StartAsync(term, id, scope, cancellationToken))
        {
            return null;
        }

        if (scope is { Chapter: { } chapter })
        {
            LogChapter(logger, id, chapter, scope.RunId);
        }

        return id;
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
