using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>The problems that the API tells of.</summary>
internal static class ApiProblems
{
    /// <summary>There is no such run.</summary>
    public static ProblemHttpResult NoRun(string runId) => TypedResults.Problem(
        $"There is no run '{runId}'. GET /api/runs lists those that there are.", statusCode: StatusCodes.Status404NotFound, title: "No such run");

    /// <summary>There is no such task or no such run.</summary>
    public static ProblemHttpResult NoTask(string runId, string taskId) => TypedResults.Problem(
        $"Run '{runId}' has no task '{taskId}'. GET /api/runs/{runId}/tasks lists its tasks.", statusCode: StatusCodes.Status404NotFound, title: "No such task");

    /// <summary>There is no such document, or not yet.</summary>
    public static ProblemHttpResult NoDocument(string runId, string name) => TypedResults.Problem(
        $"Run '{runId}' has no document '{name}', or not yet. GET /api/runs/{runId}/documents lists those that there are.",
        statusCode: StatusCodes.Status404NotFound,
        title: "No such document");

    /// <summary>The state of the run or task does not allow the action.</summary>
    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status409Conflict, title: "The state does not allow this");

    /// <summary>What the change was based on is another by now.</summary>
    public static ProblemHttpResult Stale(string detail) => TypedResults.Problem(
        detail, statusCode: StatusCodes.Status412PreconditionFailed, title: "Somebody or something changed it meanwhile");

    /// <summary>The change does not say what it is based on.</summary>
    public static ProblemHttpResult NoRevision() => TypedResults.Problem(
        "Send the revision that GET answers as ETag in the header If-Match: a change must not overwrite what its author has not seen.",
        statusCode: StatusCodes.Status428PreconditionRequired,
        title: "The change names no revision");

    /// <summary>The submission has mistakes: all of them, in <c>errors</c>.</summary>
    public static ProblemHttpResult Mistakes(IReadOnlyList<SpecDiagnostic> mistakes, string what = "The submission") => TypedResults.Problem(
        mistakes[0].ToString(),
        statusCode: StatusCodes.Status400BadRequest,
        title: mistakes.Count == 1 ? $"{what} has a mistake" : $"{what} has {mistakes.Count} mistakes",
        extensions: new Dictionary<string, object?> { ["errors"] = mistakes });
}
