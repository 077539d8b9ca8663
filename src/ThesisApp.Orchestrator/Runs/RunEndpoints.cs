using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Runs;
using ThesisApp.Orchestrator.Problems;

namespace ThesisApp.Orchestrator.Runs;

/// <summary>Lists, shows, steers and deletes runs.</summary>
internal static class RunEndpoints
{
    /// <summary>Maps the routes of runs and their tasks.</summary>
    public static IEndpointRouteBuilder MapRuns(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder runs = routes.MapGroup(ApiRoutes.Runs).WithTags("runs");
        runs.MapGet("/", static (IRunStore store, CancellationToken cancellationToken) => store.ListAsync(cancellationToken))
            .WithName("ListRuns").WithSummary("All runs, newest first").Produces<IReadOnlyList<RunInfo>>();
        runs.MapGet("/{runId}", FindAsync)
            .WithName("GetRun").WithSummary("One run").ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapDelete("/{runId}", DeleteAsync)
            .WithName("DeleteRun").WithSummary("Deletes a run and everything it holds").ProducesProblem(StatusCodes.Status404NotFound);
        runs.MapGet("/{runId}/tasks", ListTasksAsync)
            .WithName("ListTasks").WithSummary("The tasks of a run").ProducesProblem(StatusCodes.Status404NotFound);

        MapAction(runs, "cancel", "Ends a run", static (store, runId, token) => store.CancelAsync(runId, "Cancelled by a user.", token));
        MapAction(runs, "pause", "Stops handing out tasks", static (store, runId, token) => store.PauseAsync(runId, token));
        MapAction(runs, "resume", "Hands out tasks again", static (store, runId, token) => store.ResumeAsync(runId, token));
        runs.MapPost("/{runId}/tasks/{taskId}/retry", RetryAsync)
            .WithName("RetryTask").WithSummary("Gives a dead letter new attempts; slashes of the task's id are written %2F")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        return routes;
    }

    private static void MapAction(RouteGroupBuilder runs, string action, string summary, Func<IRunStore, string, CancellationToken, Task<RunActionResult>> act) =>
        runs.MapPost($"/{{runId}}/{action}", (string runId, IRunStore store, CancellationToken cancellationToken) => ActAsync(runId, action, act, store, cancellationToken))
            .WithName($"{char.ToUpperInvariant(action[0])}{action[1..]}Run").WithSummary(summary)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<RunInfo>, ProblemHttpResult>> FindAsync(string runId, IRunStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(runId, cancellationToken) is { } run ? TypedResults.Ok(run) : ApiProblems.NoRun(runId);

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string runId, IRunStore store, CancellationToken cancellationToken) =>
        await store.DeleteAsync(runId, cancellationToken) ? TypedResults.NoContent() : ApiProblems.NoRun(runId);

    private static async Task<Results<Ok<IReadOnlyList<TaskInfo>>, ProblemHttpResult>> ListTasksAsync(string runId, IRunStore store, CancellationToken cancellationToken)
    {
        // A run always has tasks, so an empty list is a run that is not there.
        IReadOnlyList<TaskInfo> tasks = await store.ListTasksAsync(runId, cancellationToken);
        return tasks.Count > 0 ? TypedResults.Ok(tasks) : ApiProblems.NoRun(runId);
    }

    private static async Task<Results<Ok<RunInfo>, ProblemHttpResult>> ActAsync(
        string runId, string action, Func<IRunStore, string, CancellationToken, Task<RunActionResult>> act, IRunStore store, CancellationToken cancellationToken)
    {
        RunActionResult result = await act(store, runId, cancellationToken);
        RunInfo? run = await store.FindAsync(runId, cancellationToken);
        return (result, run) switch
        {
            (RunActionResult.NotFound, _) or (_, null) => ApiProblems.NoRun(runId),
            (RunActionResult.Conflict, _) => ApiProblems.Conflict($"Run '{runId}' {Name(run.State)}: there is nothing to {action}."),
            _ => TypedResults.Ok(run),
        };
    }

    private static async Task<Results<Ok<RunInfo>, ProblemHttpResult>> RetryAsync(string runId, string taskId, IRunStore store, CancellationToken cancellationToken)
    {
        // Routing decodes everything but slashes.
        taskId = taskId.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        RunActionResult result = await store.RetryTaskAsync(runId, taskId, cancellationToken);
        RunInfo? run = await store.FindAsync(runId, cancellationToken);
        return (result, run) switch
        {
            (_, null) => ApiProblems.NoRun(runId),
            (RunActionResult.NotFound, _) => ApiProblems.NoTask(runId, taskId),
            (RunActionResult.Conflict, _) => ApiProblems.Conflict($"Task '{taskId}' is no dead letter, or run '{runId}' is cancelled: there is nothing to retry."),
            _ => TypedResults.Ok(run),
        };
    }

    private static string Name(RunState state) => state switch
    {
        RunState.Running => "is running",
        RunState.Paused => "is paused",
        RunState.AwaitingApproval => "waits for its outline to be approved (thesis outline approve)",
        RunState.Succeeded => "has succeeded",
        RunState.Failed => "has failed",
        _ => "was cancelled",
    };
}
