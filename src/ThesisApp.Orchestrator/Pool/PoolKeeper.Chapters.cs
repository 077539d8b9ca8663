using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool gives chapters sandboxes of their own.</summary>
internal sealed partial class PoolKeeper
{
    /// <summary>Starts one for each chapter that can be begun and has none, as far as there are places.</summary>
    /// <param name="term">The term.</param>
    /// <param name="most">How many places chapters may have.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>How many chapters wait for a place.</returns>
    private async Task<int> StartChaptersAsync(PoolTerm term, int most, CancellationToken cancellationToken)
    {
        List<SandboxScope> wanted = [.. (await chapters.ListStartableAsync(cancellationToken)).Where(scope => !_members.Keys.Any(id => BoundSandboxes.IsOf(id, scope)))];
        while (wanted.Count > 0 && Places() is > 0 and var places && _chapterPause.IsOver)
        {
            SandboxScope[] some = [.. wanted.Take(Math.Min(StartsAtATime, places))];
            string?[] started = await Task.WhenAll(some.Select(scope => StartAsync(term, scope, cancellationToken)));
            wanted.RemoveRange(0, some.Length);
            foreach (string id in started.OfType<string>())
            {
                Watch(id);
            }

            if (started.Contains(null))
            {
                break;
            }
        }

        // What cannot be started now keeps no place from others.
        return _chapterPause.IsOver ? wanted.Count : 0;

        int Places() => Math.Min(_options.Max - _members.Count, most - _members.Values.Count(member => member.IsOfChapter));
    }

    // Chapters that cannot be started must not hold back what works for all, nor the other way round.
    private StartPause PauseOf(bool isOfChapter) => isOfChapter ? _chapterPause : _pause;

    // Its id, or null where it did not start.
    private async Task<string?> StartAsync(PoolTerm term, SandboxScope scope, CancellationToken cancellationToken)
    {
        string id = BoundSandboxes.NewId(scope);
        if (!await StartAsync(term, id, scope, cancellationToken))
        {
            return null;
        }

        LogChapter(logger, id, scope.Chapter!, scope.RunId);
        return id;
    }

    [LoggerMessage(131, LogLevel.Information, "Started sandbox {SandboxId} for chapter {Chapter} of run {RunId}.")]
    private static partial void LogChapter(ILogger logger, string sandboxId, string chapter, string runId);
}
