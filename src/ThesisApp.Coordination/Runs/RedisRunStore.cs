using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Chapters;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Runs;

/// <summary>The runs on Redis, Valkey or Garnet.</summary>
internal sealed partial class RedisRunStore(ScriptRunner scripts, SubmittedInputs inputs, ActiveRuns activeRuns, StoreTopology store, ILogger<RedisRunStore> logger) : IRunStore
{
    // A store that loses inputs again and again while they are written is better told of than waited for.
    private const int MostAttempts = 5;

    public async Task<bool> CreateAsync(NewRun run, CancellationToken cancellationToken)
    {
        if (!RunName.IsOne(run.Id))
        {
            throw new ArgumentException($"'{run.Id}' is no run id: {RunName.Rule}.", nameof(run));
        }

        if (run.Tasks.Count == 0)
        {
            throw new ArgumentException("A run needs at least one task.", nameof(run));
        }

        run.Share.Validate();
        string digest = SubmittedInputs.DigestOf(run);
        List<RedisValue> arguments = [run.Title, run.TraceParent ?? string.Empty, run.Share.Priority, run.Share.Weight, run.Share.MaxAgents ?? 0, run.Tasks.Count, run.Inputs.Count, run.PerChapter ? PublishedChapters.Mode : string.Empty, digest];
        TaskArguments.Append(arguments, run.Tasks);

        for (int attempt = 1; ; attempt++)
        {
            await inputs.WriteAsync(run, digest, cancellationToken);
            (string outcome, string? problem) = await CreateAtOnceAsync(run.Id, [.. arguments], cancellationToken)
                ?? await CreateAndIndexAsync(run.Id, [.. arguments], cancellationToken);
            switch (outcome)
            {
                case "created":
                    LogCreated(logger, run.Id, run.Tasks.Count);
                    return true;
                case "exists":
                    return false;
                case "incomplete" when attempt < MostAttempts:
                    LogIncomplete(logger, run.Id, run.Inputs.Count);
                    break;
                case "incomplete":
                    throw new RedisConnectionException(ConnectionFailureType.SocketFailure, CommandFlags.None, $"The store lost inputs of run {run.Id} {attempt} times while they were written. Submit it again.");
                default:
                    await DeleteAsync(run.Id, cancellationToken);
                    throw new InvalidTaskGraphException($"Run {run.Id} cannot be created: {problem}.");
            }
        }
    }

    public async Task<RunInfo?> FindAsync(string runId, CancellationToken cancellationToken)
    {
        if (!RunName.IsOne(runId))
        {
            return null;
        }

        RedisResult[] answer = (RedisResult[])(await scripts.RunAsync(BoardScript.Describe, runId, [], cancellationToken))!;
        return answer.Length == 0 ? null : RunReader.Read(runId, answer);
    }

    public async Task<IReadOnlyList<RunInfo>> ListAsync(CancellationToken cancellationToken)
    {
        RedisValue[] ids = await scripts.Database.SortedSetRangeByRankAsync(GlobalKeys.Runs, 0, -1, Order.Descending).WaitAsync(cancellationToken);
        (RunInfo? Run, bool IsMissing)[] runs = await Task.WhenAll(ids.Select(id => LookAsync(id.ToString(), cancellationToken)));
        await ForgetAsync([.. ids.Where((_, i) => runs[i].IsMissing)], cancellationToken);
        return [.. runs.Select(run => run.Run).OfType<RunInfo>()];
    }

    // One whose records are in no form of ours is left out, and is there to be deleted.
    private async Task<(RunInfo? Run, bool IsMissing)> LookAsync(string runId, CancellationToken cancellationToken)
    {
        try
        {
            RunInfo? run = await FindAsync(runId, cancellationToken);
            return (run, run is null);
        }
        catch (Exception exception) when (StoreFaults.IsUnreadable(exception))
        {
            return (null, false);
        }
    }

    // The script indexes the run, too. Null where it may not.
    private async Task<(string Outcome, string? Problem)?> CreateAtOnceAsync(string runId, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        if (!store.CanShareKeys)
        {
            return null;
        }

        try
        {
            return ReadCreation(await scripts.RunSharedAsync(BoardScript.Create, runId, arguments, cancellationToken));
        }
        catch (RedisServerException denial) when (store.NoteDenial(denial))
        {
            return null;
        }
    }

    // The indexes come first: an entry that names no run does no harm, a run that no index names would be lost.
    private async Task<(string Outcome, string? Problem)> CreateAndIndexAsync(string runId, RedisValue[] arguments, CancellationToken cancellationToken)
    {
        Task<bool> indexing = IndexAsync(runId, cancellationToken);
        bool inOrder = store.KeepsOrder;
        if (!inOrder)
        {
            await indexing;
        }

        Task<RedisResult> creation = scripts.RunAsync(BoardScript.Create, runId, arguments, cancellationToken);

        // Whoever looked before there was a run may have taken it off the index of active ones again.
        Task again = inOrder ? activeRuns.AddAsync(runId, cancellationToken) : Task.CompletedTask;
        await Task.WhenAll(indexing, creation, again);
        (string Outcome, string? Problem) answer = ReadCreation(await creation);
        switch (answer.Outcome)
        {
            case "created":
                await ConfirmAsync(runId, isNew: await indexing, inOrder, cancellationToken);
                break;
            case "exists":
                // A creation whose answers were lost with the connection may have indexed nothing, and is repeated by whoever wanted it.
                await IndexAsync(runId, cancellationToken);
                break;
        }

        return answer;
    }

    private static (string Outcome, string? Problem) ReadCreation(RedisResult answer)
    {
        RedisResult[] fields = (RedisResult[])answer!;
        return ((string)fields[0]!, fields.Length > 1 ? (string?)fields[1] : null);
    }

    // True if the list of runs did not have it.
    private async Task<bool> IndexAsync(string runId, CancellationToken cancellationToken)
    {
        Task<RedisResult> listed = scripts.RunInPlaceAsync(BoardScript.Enlist, GlobalKeys.Runs, runId, cancellationToken);
        await Task.WhenAll(listed, activeRuns.AddAsync(runId, cancellationToken));
        return (int)await listed == 1;
    }

    // The list of all keeps a new entry for a while even though it names no run yet; an old one may have been taken off meanwhile.
    private Task ConfirmAsync(string runId, bool isNew, bool isActive, CancellationToken cancellationToken) =>
        !isNew ? IndexAsync(runId, cancellationToken)
        : isActive ? Task.CompletedTask
        : activeRuns.AddAsync(runId, cancellationToken);

    // Takes ids off the index whose runs never came to be, since their creators died.
    private async Task ForgetAsync(RedisValue[] missing, CancellationToken cancellationToken)
    {
        if (missing.Length == 0)
        {
            return;
        }

        IDatabase database = scripts.Database;
        double newest = (await StoreClock.ReadAsync(database, cancellationToken) - ActiveRuns.CreationTime).ToUnixTimeMilliseconds();
        double?[] scores = await database.SortedSetScoresAsync(GlobalKeys.Runs, missing).WaitAsync(cancellationToken);
        RedisValue[] old = [.. missing.Where((_, i) => scores[i] <= newest)];
        if (old.Length > 0)
        {
            await database.SortedSetRemoveAsync(GlobalKeys.Runs, old).WaitAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<TaskInfo>> ListTasksAsync(string runId, CancellationToken cancellationToken)
    {
        if (await FindAsync(runId, cancellationToken) is not { } run)
        {
            return [];
        }

        IDatabase database = scripts.Database;
        Task<HashEntry[]> definitions = database.HashGetAllAsync(RunKeys.Tasks(runId));
        Task<HashEntry[]> records = database.HashGetAllAsync(RunKeys.State(runId));
        return TaskReader.Read(await definitions.WaitAsync(cancellationToken), await records.WaitAsync(cancellationToken), run.State == RunState.Cancelled);
    }

    public async Task<RunActionResult> CancelAsync(string runId, string? reason, CancellationToken cancellationToken) =>
        await SteerAsync(runId, "cancel", reason, cancellationToken);

    public async Task<RunActionResult> PauseAsync(string runId, CancellationToken cancellationToken) =>
        await SteerAsync(runId, "pause", null, cancellationToken);

    public async Task<RunActionResult> PauseAsync(string runId, string reason, CancellationToken cancellationToken) =>
        await SteerAsync(runId, "pause", reason, cancellationToken);

    public async Task<RunActionResult> ResumeAsync(string runId, CancellationToken cancellationToken)
    {
        if (!RunName.IsOne(runId))
        {
            return RunActionResult.NotFound;
        }

        // The grant comes first: an agent that takes a task at once would find the budget used up.
        await scripts.RunAsync(BoardScript.Grant, [RunKeys.Meta(runId), RunKeys.Usage(runId)], [], cancellationToken);
        return await SteerAsync(runId, "resume", null, cancellationToken);
    }

    public async Task<RunActionResult> RetryTaskAsync(string runId, string taskId, CancellationToken cancellationToken)
    {
        if (!RunName.IsOne(runId))
        {
            return RunActionResult.NotFound;
        }

        // The index comes first, as with a new run.
        await activeRuns.AddAsync(runId, cancellationToken);
        RunActionResult result = ReadAction(await scripts.RunAsync(BoardScript.Revive, runId, [taskId], cancellationToken));
        if (result == RunActionResult.Applied)
        {
            await activeRuns.AddAsync(runId, cancellationToken);
        }

        return result;
    }

    public async Task<bool> DeleteAsync(string runId, CancellationToken cancellationToken)
    {
        if (!RunName.IsOne(runId))
        {
            return false;
        }

        RedisKey[] published = await PublishedChapters.ListAsync(scripts.Database, runId, cancellationToken);
        RedisResult answer = await scripts.RunAsync(BoardScript.Delete, [.. RunKeys.All(runId), .. published], [runId], cancellationToken);
        await scripts.Database.KeyDeleteAsync(RunKeys.Usage(runId)).WaitAsync(cancellationToken);
        await scripts.Database.SortedSetRemoveAsync(GlobalKeys.Runs, runId).WaitAsync(cancellationToken);
        await activeRuns.RetireAsync(runId, cancellationToken);
        return (string?)answer == "deleted";
    }

    public async Task<IReadOnlyList<string>> ListInputsAsync(string runId, CancellationToken cancellationToken)
    {
        RedisValue[] names = await scripts.Database.HashKeysAsync(RunKeys.Inputs(runId)).WaitAsync(cancellationToken);
        string[] sorted = Array.ConvertAll(names, name => name.ToString());
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    public async Task<ReadOnlyMemory<byte>?> ReadInputAsync(string runId, string name, CancellationToken cancellationToken)
    {
        RedisValue value = await scripts.Database.HashGetAsync(RunKeys.Inputs(runId), name).WaitAsync(cancellationToken);
        return value.IsNull ? (ReadOnlyMemory<byte>?)null : (ReadOnlyMemory<byte>)value;
    }

    private async Task<RunActionResult> SteerAsync(string runId, string action, string? reason, CancellationToken cancellationToken) =>
        RunName.IsOne(runId)
            ? ReadAction(await scripts.RunAsync(BoardScript.Steer, runId, [action, reason ?? string.Empty], cancellationToken))
            : RunActionResult.NotFound;

    private static RunActionResult ReadAction(RedisResult answer) => (string?)answer switch
    {
        "applied" => RunActionResult.Applied,
        "unchanged" => RunActionResult.Unchanged,
        "missing" => RunActionResult.NotFound,
        _ => RunActionResult.Conflict,
    };

    [LoggerMessage(11, LogLevel.Warning, "The {Count} inputs of run {RunId} were not all there when it was to be created: the store has lost some, or another submission under the same key was at it. They are written again.")]
    private static partial void LogIncomplete(ILogger logger, string runId, int count);

    [LoggerMessage(10, LogLevel.Information, "Run {RunId} was created with {Count} tasks.")]
    private static partial void LogCreated(ILogger logger, string runId, int count);
}
