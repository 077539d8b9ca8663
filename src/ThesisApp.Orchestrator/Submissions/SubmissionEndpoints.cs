using Microsoft.Extensions.Options;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;
using ThesisApp.Orchestrator.Problems;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Submissions;

/// <summary>Takes submissions.</summary>
internal static class SubmissionEndpoints
{
    /// <summary>What a body that is no form should have been.</summary>
    public const string WhatToSend =
        $"Send multipart/form-data with the file '{ApiRoutes.SpecField}', a file '{ApiRoutes.SourcesField}' for each source, a file '{ApiRoutes.ImagesField}' for each image that a source shows and, if there is one, the file '{ApiRoutes.BibliographyField}'.";

    private const int LongestKey = 200;

    /// <summary>Adds what turns submissions into runs.</summary>
    public static IServiceCollection AddSubmissions(this IServiceCollection services) => services.AddSingleton<RunSubmitter>();

    /// <summary>Maps <c>POST /api/runs</c>.</summary>
    public static IEndpointRouteBuilder MapSubmissions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(ApiRoutes.Runs, SubmitAsync)
            .WithName("SubmitRun").WithTags("runs")
            .WithSummary("Submits a run: multipart with the files 'spec', 'sources' and 'images' (each with its path relative to the spec as file name) and 'bibliography', and the values 'priority', 'weight', 'maxAgents', 'approve' (outline: wait until the outline is approved) and 'per' (chapter: a sandbox for each chapter, where the orchestrator starts the agents)")
            .Accepts<IFormFileCollection>("multipart/form-data")
            .Produces<RunInfo>(StatusCodes.Status201Created)
            .Produces<RunInfo>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        return routes;
    }

    private static async Task<IResult> SubmitAsync(HttpRequest request, RunSubmitter submitter, IOptions<SandboxOptions> sandboxes, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
        {
            return TypedResults.Problem(
                WhatToSend,
                statusCode: StatusCodes.Status415UnsupportedMediaType,
                title: "The submission is no form");
        }

        string? key = request.Headers[ApiRoutes.IdempotencyKeyHeader].ToString() is { Length: > 0 } given ? given : null;
        if (key?.Length > LongestKey)
        {
            return TypedResults.Problem(
                $"It has {key.Length} characters; at most {LongestKey} are allowed.", statusCode: StatusCodes.Status400BadRequest, title: $"The {ApiRoutes.IdempotencyKeyHeader} is too long");
        }

        IFormCollection form = await request.ReadFormAsync(cancellationToken);
        (Submission? submission, SpecDiagnostic? mistake) = await SubmissionReader.ReadAsync(form.Files, cancellationToken);
        if (submission is null)
        {
            return ApiProblems.Mistakes([mistake!]);
        }

        (RunShare share, SpecDiagnostic? wrongShare) = ShareReader.Read(form);
        if (wrongShare is not null)
        {
            return ApiProblems.Mistakes([wrongShare]);
        }

        string approve = form[ApiRoutes.ApproveField].ToString();
        if (approve is not ("" or SpecReader.ApproveOutline))
        {
            return ApiProblems.Mistakes([new SpecDiagnostic(ApiRoutes.ApproveField, 0, 0, $"Nothing called '{approve}' can be approved.", $"Write '{SpecReader.ApproveOutline}', or leave it out.")]);
        }

        string per = form[ApiRoutes.PerField].ToString();
        if (per is not ("" or RunPlanner.PerChapter))
        {
            return ApiProblems.Mistakes([new SpecDiagnostic(ApiRoutes.PerField, 0, 0, $"There are no sandboxes per '{per}'.", $"Write '{RunPlanner.PerChapter}', or leave it out.")]);
        }

        if (per.Length > 0 && sandboxes.Value.Kind.Length == 0)
        {
            return ApiProblems.Mistakes([new SpecDiagnostic(ApiRoutes.PerField, 0, 0, "This orchestrator starts no sandboxes, so nobody would write the chapters.", $"Leave '{ApiRoutes.PerField}' out, or set Sandboxes:Kind.")]);
        }

        (ThesisSpec? spec, IReadOnlyList<SpecDiagnostic> mistakes) = SubmissionChecker.Check(submission);
        if (spec is null)
        {
            return ApiProblems.Mistakes(mistakes);
        }

        SubmitResult result = await submitter.SubmitAsync(spec, submission, share, approve.Length > 0, per.Length > 0, key, cancellationToken);
        return result switch
        {
            { Run: null } => ApiProblems.Conflict($"The {ApiRoutes.IdempotencyKeyHeader} was used for other inputs before. Use a new key."),
            { Created: true } => TypedResults.Created(ApiRoutes.Run(result.Run.Id), result.Run),
            _ => TypedResults.Ok(result.Run),
        };
    }
}
