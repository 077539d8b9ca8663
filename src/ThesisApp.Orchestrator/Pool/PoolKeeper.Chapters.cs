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
        SandboxScope[] wanted = [.. (await chapters.ListStartableAsync(cancellationToken)).Where(scope => !_members.Keys.Any(id => BoundSandboxes.IsOf(id, scope)))];
        int places = Math.Min(_options.Max - _members.Count, most - _members.Values.Count(member => member.IsOfChapter));
        int tried = _chapterPause.IsOver ? await GrowAsync(term, [.. wanted.Take(Math.Max(0, places))], cancellationToken) : 0;

        // What cannot be started now keeps no place from others.
        return _chapterPause.IsOver ? wanted.Length - tried : 0;
    }

    // Chapters that cannot be started must not hold back what works for all, nor the other way round.
    private StartPause PauseOf(bool isOfChapter) => isOfChapter ? _chapterPause : _pause;

    [LoggerMessage(131, LogLevel.Information, "Started sandbox {SandboxId} for chapter {Chapter} of run {RunId}.")]
    private static partial void LogChapter(ILogger logger, string sandboxId, string chapter, string runId);
}
