using Microsoft.AspNetCore.Diagnostics;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>Says what is wrong with a request that the server could not read.</summary>
internal sealed class BadRequestHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        int? status = exception switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status400BadRequest,
            _ => null,
        };
        if (status is not { } code)
        {
            return false;
        }

        await TypedResults.Problem(exception.Message, statusCode: code, title: "The request cannot be read").ExecuteAsync(httpContext);
        return true;
    }
}
