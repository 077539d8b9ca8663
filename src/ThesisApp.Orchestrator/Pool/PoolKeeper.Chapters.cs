using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Pool;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How the keeper of the pool gives chapters sandboxes of their own.</summary>
internal sealed partial class PoolKeeper
{
    /// <summary>Starts one for each chapter that can be begun and has none, as far as there are places.</summary>
    /// <returns>How many chapters wait for a place.</returns>
    private async Task<int> StartChaptersAsync(PoolTerm term, CancellationToken cancellationToken)
    {
        List<ChapterScope> wanted = [.. (await chapters.ListStartableAsync(cancellationToken)).Where(scope => !_members.Keys.Any(id => ChapterSandboxes.IsOf(id, scope)))];
        while (wanted.Count > 0 && _members.Count < _options.Max && _pause.IsOver)
        {
            ChapterScope[] some = [.. wanted.Take(Math.Min(StartsAtATime, _options.Max - _members.Count))];
            bool[] started = await Task.WhenAll(some.Select(scope => StartAsync(term, scope, cancellationToken)));
            wanted.RemoveRange(0, some.Length);
            if (started.Contains(false))
            {
                break;
            }
        }

        return wanted.Count;
    }

    private async Task<bool> StartAsync(PoolTerm term, ChapterScope scope, CancellationToken cancellationToken)
    {
        string id = ChapterSandboxes.NewId(scope);
        if (!await StartAsync(term, id, scope, cancellationToken))
        {
            return false;
        }

        LogChapter(logger, id, scope.Chapter, scope.RunId);
        Watch(id);
        return true;
    }

    [LoggerMessage(131, LogLevel.Information, "Started sandbox {SandboxId} for chapter {Chapter} of run {RunId}.")]
    private static partial void LogChapter(ILogger logger, string sandboxId, string chapter, string runId);
}
