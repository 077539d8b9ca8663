using Microsoft.AspNetCore.Mvc;
using ThesisApp.Contracts;
using ThesisApp.Orchestrator.Submissions;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal static class ProblemsExtensions
{
    /// <summary>Adds problem details and what turns exceptions into them.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Explain);
        services.AddExceptionHandler<StoreFaultHandler>();
        services.AddExceptionHandler<BadRequestHandler>();
        return services;
    }

    /// <summary>Answers with problem details whatever goes wrong.</summary>
    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        return app;
    }

    // What routing itself refuses comes with a status and nothing else: it is told here what would be right.
    private static void Explain(ProblemDetailsContext context)
    {
        ProblemDetails problem = context.ProblemDetails;
        HttpRequest request = context.HttpContext.Request;
        problem.Detail ??= problem.Status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing at {request.Path}. /openapi/v1.json describes the whole API.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Path} does not take {request.Method}. /openapi/v1.json describes what it takes.",
            StatusCodes.Status415UnsupportedMediaType when HttpMethods.IsPost(request.Method) && request.Path == ApiRoutes.Runs => SubmissionEndpoints.WhatToSend,
            _ => null,
        };
    }
}
