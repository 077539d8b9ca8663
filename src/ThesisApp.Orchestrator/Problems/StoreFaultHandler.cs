using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>Says that the store is away for the moment, instead of an internal error.</summary>
internal sealed partial class StoreFaultHandler(ILogger<StoreFaultHandler> logger) : IExceptionHandler
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!StoreFaults.IsPassing(exception))
        {
            return false;
        }

        LogStoreAway(logger, exception.GetType().Name, httpContext.Request.Path);
        httpContext.Response.Headers.RetryAfter = RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        ProblemHttpResult problem = TypedResults.Problem(
            "Redis does not answer. Nothing is lost; try again in a moment.",
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "The shared state cannot be reached");
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(100, LogLevel.Warning, "Redis does not answer ({Reason}); {Path} was refused.")]
    private static partial void LogStoreAway(ILogger logger, string reason, string path);
}
