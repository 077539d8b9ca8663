using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Documents;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Runs;
using ThesisApp.Orchestrator.Problems;

namespace ThesisApp.Orchestrator.Documents;

/// <summary>Hands out the documents of runs.</summary>
internal static class DocumentEndpoints
{
    /// <summary>Maps the routes of documents.</summary>
    public static IEndpointRouteBuilder MapDocuments(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder documents = routes.MapGroup($"{ApiRoutes.Runs}/{{runId}}/documents").WithTags("documents");
        documents.MapGet("/", ListAsync)
            .WithName("ListDocuments").WithSummary("Documents that are there now").ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapGet("/{**name}", DownloadAsync)
            .WithName("GetDocument").WithSummary("A document by path (thesis.md, chapters/ch1.md) or format (markdown, html, bibtex, report, zip)")
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<Results<Ok<IReadOnlyList<DocumentInfo>>, ProblemHttpResult>> ListAsync(
        string runId, IRunStore runs, DocumentCatalog catalog, CancellationToken cancellationToken) =>
        await runs.FindAsync(runId, cancellationToken) is { } run
            ? TypedResults.Ok(await catalog.ListAsync(run, cancellationToken))
            : ApiProblems.NoRun(runId);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> DownloadAsync(
        string runId, string name, IRunStore runs, DocumentCatalog catalog, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken) is not RunInfo run)
        {
            return ApiProblems.NoRun(runId);
        }

        return await catalog.ReadAsync(run, name, cancellationToken) is { } content
            ? TypedResults.Bytes(content, DocumentNames.MediaType(DocumentNames.Resolve(name)))
            : ApiProblems.NoDocument(runId, name);
    }
}
