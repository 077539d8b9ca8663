using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;
using ThesisApp.Orchestrator.Problems;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>Shows a run's outline and takes the user's word on it.</summary>
internal static class OutlineEndpoints
{
    private const string FileName = "outline.yaml";

    /// <summary>Maps the routes of outlines.</summary>
    public static IEndpointRouteBuilder MapOutlines(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder outline = routes.MapGroup($"{ApiRoutes.Runs}/{{runId}}/outline").WithTags("outline");
        outline.MapGet("/", ShowAsync)
            .WithName("GetOutline").WithSummary("The outline as YAML, its revision as ETag")
            .Produces<string>(StatusCodes.Status200OK, "application/yaml").ProducesProblem(StatusCodes.Status404NotFound);
        outline.MapPut("/", EditAsync)
            .WithName("EditOutline").WithSummary("Sends an edited outline (YAML) to a run that waits for approval, and lets it go on with it; If-Match names the revision that was edited")
            .Accepts<string>("application/yaml", "text/yaml", "text/plain").Produces<RunInfo>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);
        outline.MapPost("/approve", ApproveAsync)
            .WithName("ApproveOutline").WithSummary("Lets a run that waits for approval go on with its outline as it is; If-Match may name the revision that was read")
            .Produces<RunInfo>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed);
        return routes;
    }

    private static async Task<IResult> ShowAsync(string runId, HttpResponse response, IRunStore runs, IBlackboard blackboard, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken) is null)
        {
            return ApiProblems.NoRun(runId);
        }

        if (await blackboard.ReadAsync(runId, ArtifactNames.Outline, cancellationToken) is not { } stored)
        {
            return NoOutline(runId);
        }

        Revision.Tell(response, Revision.Of(stored));
        return TypedResults.Text(OutlineWriter.Write(Read(stored)), "application/yaml", Encoding.UTF8);
    }

    private static Task<IResult> ApproveAsync(string runId, HttpRequest request, IRunStore runs, IBlackboard blackboard, IRunRevisions revisions, CancellationToken cancellationToken) =>
        GoOnAsync(runId, Revision.Asked(request) ?? "*", edit: null, runs, blackboard, revisions, cancellationToken);

    private static async Task<IResult> EditAsync(string runId, HttpRequest request, IRunStore runs, IBlackboard blackboard, IRunRevisions revisions, CancellationToken cancellationToken)
    {
        if (Revision.Asked(request) is not { } revision)
        {
            return ApiProblems.NoRevision();
        }

        if (await BodyText.ReadAsync(request, SpecReader.MaxBytes, cancellationToken) is not { } yaml)
        {
            return ApiProblems.Mistakes([new SpecDiagnostic(FileName, 0, 0, "The outline is no UTF-8 text, or larger than 1 MB.", "Send the file that 'thesis outline show' writes, edited.")]);
        }

        return await GoOnAsync(
            runId,
            revision,
            async token =>
            {
                ReadOnlyMemory<byte> spec = await runs.ReadInputAsync(runId, RunInputs.Spec, token) ?? throw new InvalidDataException($"Run {runId} has no specification.");
                string[] sources = [.. (await runs.ListInputsAsync(runId, token)).Where(name => name.StartsWith(RunInputs.SourcePrefix, StringComparison.Ordinal)).Select(name => name[RunInputs.SourcePrefix.Length..])];
                OutlineReadResult read = OutlineReader.Read(yaml, FileName, SpecReader.Read(Encoding.UTF8.GetString(spec.Span), "thesis.yaml").Spec!, sources);
                return read.Outline is { } outline
                    ? (JsonSerializer.SerializeToUtf8Bytes(outline, CoreJson.Default.Outline), null)
                    : (default, ApiProblems.Mistakes(read.Diagnostics, "The outline"));
            },
            runs,
            blackboard,
            revisions,
            cancellationToken);
    }

    private static async Task<IResult> GoOnAsync(
        string runId,
        string revision,
        Func<CancellationToken, Task<(ReadOnlyMemory<byte> Outline, IResult? Problem)>>? edit,
        IRunStore runs,
        IBlackboard blackboard,
        IRunRevisions revisions,
        CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken) is not { } run)
        {
            return ApiProblems.NoRun(runId);
        }

        if (await blackboard.ReadAsync(runId, ArtifactNames.Outline, cancellationToken) is not { } stored)
        {
            return NoOutline(runId);
        }

        (ReadOnlyMemory<byte> outline, IResult? problem) = edit is null ? (stored, null) : await edit(cancellationToken);

        // An edit whose answer was lost and that is sent again finds the outline as it would have it.
        bool isRepeated = edit is not null && problem is null && outline.Span.SequenceEqual(stored.Span);
        bool isBehind = revision != "*" && revision != Revision.Of(stored) && !isRepeated;
        if (isBehind && run.State != RunState.AwaitingApproval)
        {
            // Before the mistakes: who looks for them in an outline that nobody waits for looks in vain.
            return NotAwaited(run);
        }

        if (problem is not null)
        {
            return problem;
        }

        if (isBehind)
        {
            return ApiProblems.Stale($"The outline of run '{runId}' is not the one that was read (revision {revision}). Read it again.");
        }

        RevisionResult result = await revisions.ApproveOutlineAsync(runId, stored, outline, cancellationToken);
        return (result, await runs.FindAsync(runId, cancellationToken)) switch
        {
            (RevisionResult.NotFound, _) or (_, null) => ApiProblems.NoRun(runId),
            (RevisionResult.Applied or RevisionResult.Unchanged, { } after) => TypedResults.Ok(after),
            (RevisionResult.Stale, _) => ApiProblems.Stale($"The outline of run '{runId}' was changed by somebody else meanwhile. Read it again."),
            (_, { } after) => NotAwaited(after),
        };
    }

    private static ProblemHttpResult NotAwaited(RunInfo run) => ApiProblems.Conflict(
        $"Run '{run.Id}' does not wait for an approval of its outline: it was not submitted with 'approve: outline', or was approved already.");

    private static ProblemHttpResult NoOutline(string runId) => TypedResults.Problem(
        $"Run '{runId}' has no outline yet: the sources are still being read.", statusCode: StatusCodes.Status404NotFound, title: "No outline yet");

    private static Outline Read(ReadOnlyMemory<byte> stored) => JsonSerializer.Deserialize(stored.Span, CoreJson.Default.Outline)!;
}
