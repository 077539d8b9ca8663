using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Chapters;

/// <summary>Chapters that want a sandbox, on Redis, Valkey or Garnet.</summary>
internal sealed class RedisChapterWork(IConnectionMultiplexer redis, ActiveRuns activeRuns) : IChapterWork
{
    public async Task<IReadOnlyList<ChapterScope>> ListStartableAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> runs = await activeRuns.ListAsync(cancellationToken);
        return [.. (await Task.WhenAll(runs.Select(run => ListOfRunAsync(run, cancellationToken)))).SelectMany(chapters => chapters)];
    }

    private async Task<IEnumerable<ChapterScope>> ListOfRunAsync(string runId, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        RedisValue[] meta = await database.HashGetAsync(RunKeys.Meta(runId), ["state", "per"]).WaitAsync(cancellationToken);
        if (meta[0] != "running" || meta[1] != PublishedChapters.Mode)
        {
            return [];
        }

        IReadOnlyList<TaskDefinition> tasks = await ChapterTaskReader.ReadDefinitionsAsync(database, runId, cancellationToken);
        IReadOnlyDictionary<string, string> states = await ChapterTaskReader.ReadStatesAsync(database, runId, cancellationToken);
        IReadOnlySet<string> open = ChapterGate.Open(tasks, task => states.GetValueOrDefault(task) == "done");
        return tasks
            .Where(task => task.Chapter is { } chapter && open.Contains(chapter) && states.GetValueOrDefault(task.Id) == "ready")
            .GroupBy(task => task.Chapter!, StringComparer.Ordinal)
            .OrderByDescending(chapter => chapter.Max(task => task.Priority))
            .ThenBy(chapter => chapter.Key, StringComparer.Ordinal)
            .Select(chapter => new ChapterScope(runId, chapter.Key));
    }
}
