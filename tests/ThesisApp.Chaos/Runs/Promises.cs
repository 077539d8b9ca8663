using StackExchange.Redis;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Chaos.Runs;

/// <summary>What must be so, whatever was done to the system.</summary>
internal static class Promises
{
    // It says when and by whom each task was done.
    private const string Report = "report.json";

    /// <summary>The documents of a run, without what names the run itself.</summary>
    public static Task<IReadOnlyDictionary<string, byte[]>> DownloadAsync(PatientClient client, string runId, CancellationToken cancellationToken) =>
        client.AskAsync<IReadOnlyDictionary<string, byte[]>>(
            async (api, token) =>
            {
                Dictionary<string, byte[]> documents = new(StringComparer.Ordinal);
                foreach (string name in (await api.ListDocumentsAsync(runId, token)).Select(document => document.Name).Where(name => name != Report))
                {
                    documents.Add(name, await api.DownloadAsync(runId, name, token));
                }

                return documents;
            },
            cancellationToken);

    /// <summary>Checks a run that has ended.</summary>
    public static async Task CheckAsync(PatientClient client, RunInfo ended, SubmittedRun run, CancellationToken cancellationToken)
    {
        if (ended.State != RunState.Succeeded)
        {
            throw new PromiseBrokenException($"Run {run.Id} did not succeed: {ended}");
        }

        IReadOnlyList<TaskInfo> tasks = await client.AskAsync((api, token) => api.ListTasksAsync(run.Id, token), cancellationToken);
        if (tasks.FirstOrDefault(task => task.State != TaskState.Done) is { } open)
        {
            throw new PromiseBrokenException($"Run {run.Id} succeeded, but its task {open.Id} is {open.State}.");
        }

        IReadOnlyList<RunEvent> events = await client.AskAsync((api, token) => ReadEventsAsync(api, run.Id, token), cancellationToken);
        CheckEvents(run, tasks, events);
        run.Tasks = tasks.Count;
        run.Expired = events.Count(happened => happened.Type == RunEventTypes.TaskExpired);
        run.Retried = events.Count(happened => happened.Type == RunEventTypes.TaskRetried);

        if (run.Thesis.FindDifference(await DownloadAsync(client, run.Id, cancellationToken)) is { } document)
        {
            throw new PromiseBrokenException($"Run {run.Id} made another {document} than the undisturbed run of '{run.Thesis.Name}'.");
        }
    }

    /// <summary>Keys of runs that have an expiry though their run is there: they would vanish under it.</summary>
    public static async Task CheckKeysOfLivingRunsAsync(IDatabase redis)
    {
        foreach (RedisKey key in await KeysAsync(redis, "{run:*"))
        {
            if (await redis.KeyTimeToLiveAsync(key) is { } left)
            {
                throw new PromiseBrokenException($"{key} of a run that is there vanishes in {left}.");
            }
        }
    }

    /// <summary>Once the runs were deleted, nothing may be left of them.</summary>
    public static async Task CheckNothingIsLeftAsync(IDatabase redis)
    {
        List<string> left = [];
        foreach (RedisKey key in await KeysAsync(redis, "*"))
        {
            string name = key.ToString();
            bool expires = name.StartsWith("thesis:cache:", StringComparison.Ordinal) && await redis.KeyTimeToLiveAsync(key) is not null;

            // The lists of agents are no run's: whoever died is taken off them in time.
            if (!expires && !name.StartsWith("{thesis:agents}:", StringComparison.Ordinal) && name != "thesis:waiting")
            {
                left.Add(name);
            }
        }

        if (left.Count > 0)
        {
            throw new PromiseBrokenException($"Keys are left after all runs were deleted: {string.Join(", ", left.Order(StringComparer.Ordinal))}");
        }
    }

    private static async Task<RedisKey[]> KeysAsync(IDatabase redis, string pattern) => (RedisKey[])(await redis.ExecuteAsync("KEYS", pattern))!;

    private static async Task<IReadOnlyList<RunEvent>> ReadEventsAsync(IThesisClient api, string runId, CancellationToken cancellationToken)
    {
        List<RunEvent> events = [];
        await foreach (RunEvent happened in api.FollowEventsAsync(runId, after: 0, cancellationToken))
        {
            events.Add(happened);
        }

        return events;
    }

    // The log is written by the scripts themselves, in their order. A token is one lease: who holds a task is who leased it last, unless that lease has ended.
    private static void CheckEvents(SubmittedRun run, IReadOnlyList<TaskInfo> tasks, IReadOnlyList<RunEvent> events)
    {
        Dictionary<string, (string? Agent, int Attempt)> holders = new(StringComparer.Ordinal);
        HashSet<string> done = new(StringComparer.Ordinal);
        foreach (RunEvent happened in events.Where(happened => happened.TaskId is not null))
        {
            string task = happened.TaskId!;
            switch (happened.Type)
            {
                case RunEventTypes.TaskLeased:
                    if (done.Contains(task) || !holders.TryAdd(task, (happened.Agent, happened.Attempt)))
                    {
                        throw new PromiseBrokenException($"Task {task} of run {run.Id} was handed out while it was done or in other hands: {happened}");
                    }

                    break;
                case RunEventTypes.TaskDone:
                    if (!done.Add(task))
                    {
                        throw new PromiseBrokenException($"A result of task {task} of run {run.Id} was accepted twice: {happened}");
                    }

                    if (!holders.Remove(task, out (string? Agent, int Attempt) holder) || holder != (happened.Agent, happened.Attempt))
                    {
                        throw new PromiseBrokenException($"A result of task {task} of run {run.Id} was accepted from one who did not hold it: {happened}, held by {holder}");
                    }

                    break;
                case RunEventTypes.TaskExpired or RunEventTypes.TaskReleased or RunEventTypes.TaskRetried or RunEventTypes.TaskDead:
                    holders.Remove(task);
                    break;
            }
        }

        if (tasks.FirstOrDefault(task => !done.Contains(task.Id)) is { } never)
        {
            throw new PromiseBrokenException($"Task {never.Id} of run {run.Id} is done, but no result of it was accepted.");
        }

        if (done.Count != tasks.Count)
        {
            throw new PromiseBrokenException($"Run {run.Id} has {tasks.Count} tasks and {done.Count} accepted results.");
        }
    }
}
