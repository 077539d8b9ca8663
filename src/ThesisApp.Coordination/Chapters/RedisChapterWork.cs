using System.Globalization;
using System.Text.RegularExpressions;
using StackExchange.Redis;
using ThesisApp.Coordination.Store;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Chapters;

/// <summary>Chapters that want a sandbox, on Redis, Valkey or Garnet.</summary>
internal sealed partial class RedisChapterWork(IConnectionMultiplexer redis, ActiveRuns activeRuns) : IChapterWork
{
    public async Task<IReadOnlyList<SandboxScope>> ListStartableAsync(CancellationToken cancellationToken)
    {
        // What stands in the store names files and sandboxes, and agents may write there: a name that no orchestrator has given is none.
        IEnumerable<string> runs = (await activeRuns.ListAsync(cancellationToken)).Where(RunName.IsOne);
        (int Priority, IEnumerable<SandboxScope> Chapters)[] found = await Task.WhenAll(runs.Select(run => ListOfRunAsync(run, cancellationToken)));
        return [.. found.OrderByDescending(run => run.Priority).SelectMany(run => run.Chapters)];
    }

    private async Task<(int Priority, IEnumerable<SandboxScope> Chapters)> ListOfRunAsync(string runId, CancellationToken cancellationToken)
    {
        IDatabase database = redis.GetDatabase();
        try
        {
            RedisValue[] meta = await database.HashGetAsync(RunKeys.Meta(runId), ["state", "per", "priority", "cap"]).WaitAsync(cancellationToken);
            if (meta[0] != "running" || meta[1] != PublishedChapters.Mode)
            {
                return (0, []);
            }

            IReadOnlyList<TaskDefinition> tasks = await ChapterTaskReader.ReadDefinitionsAsync(database, runId, cancellationToken);
            IReadOnlyDictionary<string, string> states = await ChapterTaskReader.ReadStatesAsync(database, runId, cancellationToken);
            IReadOnlySet<string> open = ChapterGate.Open(tasks, task => states.GetValueOrDefault(task) == "done", task => states.GetValueOrDefault(task) == "dead");
            IEnumerable<SandboxScope> chapters = tasks
                .Where(task => task.Chapter is { } chapter && open.Contains(chapter) && ChapterId().IsMatch(chapter) && states.GetValueOrDefault(task.Id) == "ready")
                .GroupBy(task => task.Chapter!, StringComparer.Ordinal)
                .OrderByDescending(chapter => chapter.Max(task => task.Priority))
                .ThenBy(chapter => chapter.Key, StringComparer.Ordinal)
                .Select(chapter => new SandboxScope(runId, chapter.Key));

            // A sandbox that the run's share does not let work would take a place for nothing.
            int cap = Number(meta[3]);
            return (Number(meta[2]), cap == 0 ? chapters : chapters.Take(Math.Max(0, cap - states.Values.Count(state => state == "leased"))));
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            // Whose records cannot be read has nothing to start; the others have.
            return (0, []);
        }
    }

    private static int Number(RedisValue value) => int.TryParse((string?)value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 0;

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ChapterId();
}
