using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Agent.Calls;
using ThesisApp.Agent.Handlers;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Cache;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.Store;
using ThesisApp.Coordination.Usage;
using ThesisApp.Models.Calls;

namespace ThesisApp.Agent.Work;

/// <summary>Runs one leased task: traced as part of its run, kept alive by heartbeats, stopped when the lease is lost, and reported however it ends.</summary>
internal sealed partial class TaskRunner(
    ITaskBoard board,
    IBlackboard blackboard,
    IRunStore runs,
    IResultCache cache,
    IUsageLedger ledger,
    RunBudgets budgets,
    AgentStatus status,
    IEnumerable<ITaskHandler> handlers,
    IOptions<AgentOptions> options,
    TimeProvider time,
    ILogger<TaskRunner> logger)
{
    /// <summary>Name of the activity source.</summary>
    public const string ActivitySourceName = "ThesisApp.Agent";

    private static readonly ActivitySource Activities = new(ActivitySourceName);

    private readonly Dictionary<string, ITaskHandler> _handlers = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    /// <summary>Works on a task to its end.</summary>
    /// <returns>The next task, if one was asked for and came with the answer.</returns>
    public async Task<TaskLease?> RunAsync(TaskLease lease, bool takeNext, CancellationToken stoppingToken)
    {
        using Activity? span = StartSpan(lease);
        LogTaken(logger, lease.Task.Id, lease.RunId, lease.Attempt);

        using CancellationTokenSource work = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        using Heartbeat heartbeat = new(board, lease, options.Value.HeartbeatInterval, time, work, logger);
        try
        {
            TaskResult result = await HandleAsync(lease, heartbeat, work.Token);
            await heartbeat.StopAsync();
            CompleteResult answer = takeNext && !stoppingToken.IsCancellationRequested
                ? await board.CompleteOrWaitAsync(lease, result, stoppingToken)
                : await board.CompleteAsync(lease, result, takeNext: false, stoppingToken);
            span?.SetTag("thesis.task.outcome", answer.Outcome.ToString());
            span?.SetTag("thesis.task.cached", result.FromCache);
            if (answer.Outcome == CompleteOutcome.Accepted)
            {
                status.CountDone();
                LogDone(logger, lease.Task.Id, lease.RunId);
            }

            return answer.Next;
        }
        catch (OperationCanceledException) when (work.IsCancellationRequested)
        {
            await heartbeat.StopAsync();
            span?.SetTag("thesis.task.outcome", stoppingToken.IsCancellationRequested || heartbeat.IsPaused ? "Released" : "Abandoned");
            if (stoppingToken.IsCancellationRequested)
            {
                await ReleaseAsync(lease);
                throw;
            }

            if (heartbeat.IsPaused)
            {
                await ReleaseAsync(lease);
            }
            else
            {
                LogAbandoned(logger, lease.Task.Id, lease.RunId);
            }

            return null;
        }
        catch (BudgetExhaustedException exception)
        {
            // Nothing has failed: the run waits for somebody who grants more.
            await heartbeat.StopAsync();
            span?.SetTag("thesis.task.outcome", "Released");
            LogOutOfBudget(logger, lease.RunId, exception.Message);
            try
            {
                await runs.PauseAsync(lease.RunId, exception.Message, stoppingToken);
            }
            catch (Exception fault) when (StoreFaults.IsPassing(fault))
            {
                // The next call finds the budget used up again, and pauses the run.
                LogInterrupted(logger, lease.Task.Id, lease.RunId, fault.Message);
            }
            finally
            {
                await ReleaseAsync(lease);
            }

            return null;
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            // The store was away while the task read what it needs. That is no failing of the task's, and costs it no attempt.
            await heartbeat.StopAsync();
            span?.SetTag("thesis.task.outcome", "Released");
            LogInterrupted(logger, lease.Task.Id, lease.RunId, exception.Message);
            await ReleaseAsync(lease);
            return null;
        }
        catch (OutOfMemoryException)
        {
            // This process is at its end, the task is not: told as a failure, one starved agent would use up the attempts of task after task.
            // The lease runs out, which is counted apart, in case the task itself is what no agent can bear.
            await heartbeat.StopAsync();
            throw;
        }
        catch (Exception exception)
        {
            await heartbeat.StopAsync();
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
            await ReportFailureAsync(lease, exception, stoppingToken);
            return null;
        }
    }

    /// <summary>Gives a task back, so that it is taken up at once and not after the lease.</summary>
    public async Task ReleaseAsync(TaskLease lease)
    {
        using CancellationTokenSource limit = new(options.Value.ReleaseTimeout, time);
        try
        {
            await board.ReleaseAsync(lease, limit.Token);
            LogReleased(logger, lease.Task.Id, lease.RunId);
        }
        catch (Exception exception)
        {
            // The lease runs out by itself; the task is late then, not lost.
            LogNotReleased(logger, lease.Task.Id, exception.Message);
        }
    }

    private static Activity? StartSpan(TaskLease lease)
    {
        _ = ActivityContext.TryParse(lease.TraceParent, null, isRemote: true, out ActivityContext parent);
        Activity? span = Activities.StartActivity($"task {lease.Task.Kind}", ActivityKind.Consumer, parent);
        span?.SetTag("thesis.run.id", lease.RunId);
        span?.SetTag("thesis.task.id", lease.Task.Id);
        span?.SetTag("thesis.task.kind", lease.Task.Kind);
        span?.SetTag("thesis.task.attempt", lease.Attempt);
        span?.SetTag("thesis.agent.id", lease.AgentId);
        return span;
    }

    private async Task<TaskResult> HandleAsync(TaskLease lease, Heartbeat heartbeat, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(lease.Task.Kind, out ITaskHandler? handler))
        {
            // Tried again: another agent may know it, as while a new version takes the old one's place.
            throw new NotSupportedException($"This agent knows no task of kind '{lease.Task.Kind}'. Run agents of the orchestrator's version.");
        }

        PreparedTask prepared = await handler.PrepareAsync(new TaskContext(lease, blackboard, runs, heartbeat), cancellationToken);
        prepared.Inputs.Add("code", CodeVersion.Current);
        if (prepared.IsCacheable && await cache.FindAsync(prepared.Inputs, cancellationToken) is { } cached)
        {
            return cached;
        }

        string? why = prepared.IsCacheable ? await cache.ExplainAsync(prepared.Thesis, prepared.Inputs, cancellationToken) : null;
        if (options.Value.Pace > TimeSpan.Zero)
        {
            await Task.Delay(options.Value.Pace, time, cancellationToken);
        }

        using CallScope calls = CallScope.Begin(new TaskCalls(lease, heartbeat, ledger, budgets));
        TaskResult result = await prepared.Work(cancellationToken);
        if (!prepared.IsCacheable)
        {
            return result;
        }

        await cache.StoreAsync(prepared.Thesis, prepared.Inputs, result, cancellationToken);
        return result with { Why = why };
    }

    private async Task ReportFailureAsync(TaskLease lease, Exception exception, CancellationToken stoppingToken)
    {
        ModelCallException? call = ModelCallException.Find(exception);
        bool permanent = exception is TaskFailedException or InvalidTaskGraphException || call is { IsPassing: false };
        string message = permanent || call is not null ? exception.Message : $"{exception.GetType().Name}: {exception.Message}";
        LogFailed(logger, exception, lease.Task.Id, lease.RunId, permanent);
        try
        {
            await board.FailAsync(lease, new TaskFailure(permanent, message, call?.RetryAfter), stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await ReleaseAsync(lease);
            throw;
        }
    }

    [LoggerMessage(22, LogLevel.Information, "Takes {TaskId} of run {RunId}, attempt {Attempt}.")]
    private static partial void LogTaken(ILogger logger, string taskId, string runId, int attempt);

    [LoggerMessage(23, LogLevel.Information, "Did {TaskId} of run {RunId}.")]
    private static partial void LogDone(ILogger logger, string taskId, string runId);

    [LoggerMessage(24, LogLevel.Warning, "Abandons {TaskId} of run {RunId}: the lease was lost or the run has ended.")]
    private static partial void LogAbandoned(ILogger logger, string taskId, string runId);

    [LoggerMessage(29, LogLevel.Warning, "The store was away while {TaskId} of run {RunId} was worked on ({Reason}); the task is given back.")]
    private static partial void LogInterrupted(ILogger logger, string taskId, string runId, string reason);

    [LoggerMessage(31, LogLevel.Warning, "Run {RunId} is paused. {Reason}")]
    private static partial void LogOutOfBudget(ILogger logger, string runId, string reason);

    [LoggerMessage(25, LogLevel.Error, "Failed at {TaskId} of run {RunId}; permanent: {Permanent}.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string taskId, string runId, bool permanent);

    [LoggerMessage(26, LogLevel.Information, "Gave {TaskId} of run {RunId} back.")]
    private static partial void LogReleased(ILogger logger, string taskId, string runId);

    [LoggerMessage(27, LogLevel.Warning, "Could not give {TaskId} back: {Reason}")]
    private static partial void LogNotReleased(ILogger logger, string taskId, string reason);
}
