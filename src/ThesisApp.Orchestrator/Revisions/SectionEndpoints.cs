using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Revisions;
using ThesisApp.Core.Specification;
using ThesisApp.Orchestrator.Problems;

namespace ThesisApp.Orchestrator.Revisions;

/// <summary>Shows sections, takes edited ones, locks them, takes comments on them.</summary>
internal static class SectionEndpoints
{
    private const string FileName = "section.md";
    private const int MostBytes = 1024 * 1024;
    private const int LongestComment = 4_000;

    /// <summary>Adds what the routes of sections need.</summary>
    public static IServiceCollection AddSections(this IServiceCollection services) => services.AddSingleton<SectionDesk>();

    /// <summary>Maps the routes of sections.</summary>
    public static IEndpointRouteBuilder MapSections(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder sections = routes.MapGroup($"{ApiRoutes.Runs}/{{runId}}/sections").WithTags("sections");
        sections.MapGet("/", ListAsync)
            .WithName("ListSections").WithSummary("The sections of a run: who has written each, its revision, its comments")
            .Produces<IReadOnlyList<SectionInfo>>().ProducesProblem(StatusCodes.Status404NotFound);
        sections.MapGet("/{chapter}/{section}", ShowAsync)
            .WithName("GetSection").WithSummary("A section's text as Markdown with citations as [@key, p. 12]; its revision is the ETag")
            .Produces<string>(StatusCodes.Status200OK, "text/markdown").ProducesProblem(StatusCodes.Status404NotFound);
        Describe(sections.MapPut("/{chapter}/{section}", EditAsync).Accepts<string>("text/markdown", "text/plain"), "EditSection", "Puts your text in the place of a section's; If-Match names the revision that you have edited. No agent changes it any more, and what depends on it is done again");
        Describe(sections.MapPost("/{chapter}/{section}/lock", LockAsync), "LockSection", "Keeps a section as it is, whatever becomes of what it was written from");
        Describe(sections.MapPost("/{chapter}/{section}/unlock", UnlockAsync), "UnlockSection", "Gives an edited or locked section back to the agents");
        Describe(sections.MapPost("/{chapter}/{section}/comments", CommentAsync).Accepts<string>("text/plain", "text/markdown"), "CommentSection", "Tells the agents what to change in a section: it is revised with your words, and what depends on it is done again");
        return routes;
    }

    private static void Describe(RouteHandlerBuilder route, string name, string summary) => route
        .WithName(name).WithSummary(summary).Produces<SectionInfo>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<IResult> ListAsync(string runId, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(runId, cancellationToken) is null)
        {
            return ApiProblems.NoRun(runId);
        }

        return TypedResults.Ok<IReadOnlyList<SectionInfo>>([.. (await desk.ListAsync(runId, cancellationToken) ?? []).Select(view => view.Info)]);
    }

    private static async Task<IResult> ShowAsync(string runId, string chapter, string section, HttpResponse response, SectionDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(runId, $"{chapter}/{section}", cancellationToken) is not { } view || await desk.ReadTextAsync(runId, view, cancellationToken) is not { } text)
        {
            return NoSection(runId, $"{chapter}/{section}");
        }

        Revision.Tell(response, view.Revision);
        return TypedResults.Text(text, "text/markdown", Encoding.UTF8);
    }

    private static async Task<IResult> EditAsync(string runId, string chapter, string section, HttpRequest request, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken)
    {
        if (Revision.Asked(request) is null)
        {
            return ApiProblems.NoRevision();
        }

        if (await BodyText.ReadAsync(request, MostBytes, cancellationToken) is not { } body)
        {
            return ApiProblems.Mistakes([new SpecDiagnostic(FileName, 0, 0, "The text is no UTF-8, or larger than 1 MB.", "Send Markdown.")], "The section");
        }

        string text = EditedTextRules.Clean(body);
        if (EditedTextRules.Check(text, FileName) is { Count: > 0 } mistakes)
        {
            return ApiProblems.Mistakes(mistakes, "The section");
        }

        // The answer to the first request may have been lost: the repeated one is told what has become of it.
        string sectionId = $"{chapter}/{section}";
        return await desk.FindAsync(runId, sectionId, cancellationToken) is { } there && there.User.Text == text
            ? await AnswerAsync(runId, sectionId, await desk.RepeatAsync(runId, there, cancellationToken), runs, desk, cancellationToken)
            : await ChangeAsync(runId, sectionId, request, runs, desk, (view, token) => desk.EditAsync(runId, view, text, token), cancellationToken);
    }

    private static Task<IResult> LockAsync(string runId, string chapter, string section, HttpRequest request, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken) =>
        ChangeAsync(runId, $"{chapter}/{section}", request, runs, desk, (view, token) => desk.LockAsync(runId, view, token), cancellationToken);

    private static Task<IResult> UnlockAsync(string runId, string chapter, string section, HttpRequest request, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken) =>
        ChangeAsync(runId, $"{chapter}/{section}", request, runs, desk, (view, token) => desk.UnlockAsync(runId, view, token), cancellationToken);

    private static async Task<IResult> CommentAsync(string runId, string chapter, string section, HttpRequest request, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken)
    {
        string? text = (await BodyText.ReadAsync(request, MostBytes, cancellationToken))?.Trim();
        return text is not { Length: > 0 and <= LongestComment } || text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
            ? ApiProblems.Mistakes([new SpecDiagnostic("comment", 0, 0, "The comment is empty, too long or no text.", $"Send up to {LongestComment} characters of plain text.")], "The comment")
            : await AnswerAsync(runId, $"{chapter}/{section}", await desk.CommentAsync(runId, $"{chapter}/{section}", text, cancellationToken), runs, desk, cancellationToken);
    }

    private static async Task<IResult> ChangeAsync(
        string runId, string sectionId, HttpRequest request, IRunStore runs, SectionDesk desk, Func<SectionView, CancellationToken, Task<RevisionResult>> change, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(runId, sectionId, cancellationToken) is not { } view)
        {
            return NoSection(runId, sectionId);
        }

        string revision = Revision.Asked(request) ?? "*";
        return revision != "*" && revision != view.Revision
            ? Stale(sectionId, revision)
            : await AnswerAsync(runId, sectionId, await change(view, cancellationToken), runs, desk, cancellationToken);
    }

    private static async Task<IResult> AnswerAsync(string runId, string sectionId, RevisionResult result, IRunStore runs, SectionDesk desk, CancellationToken cancellationToken) => result switch
    {
        RevisionResult.Applied or RevisionResult.Unchanged when await desk.FindAsync(runId, sectionId, cancellationToken) is { } after => TypedResults.Ok(after.Info),
        RevisionResult.Stale => Stale(sectionId, "that you have seen"),
        RevisionResult.Busy => ApiProblems.Conflict($"An agent is writing, reviewing or revising section '{sectionId}' at this moment. Wait until it is done, or pause the run, and look at the section again."),
        RevisionResult.Conflict => ApiProblems.Conflict(
            await runs.FindAsync(runId, cancellationToken) is { State: RunState.Cancelled } ? $"Run '{runId}' was cancelled: nothing of it is changed any more." : $"Section '{sectionId}' has as many comments as it can have."),
        _ => NoSection(runId, sectionId),
    };

    private static ProblemHttpResult Stale(string sectionId, string revision) =>
        ApiProblems.Stale($"Section '{sectionId}' is not the one of revision {revision} any more: somebody has changed it, or it was written anew. Show it again.");

    private static ProblemHttpResult NoSection(string runId, string sectionId) => TypedResults.Problem(
        $"Run '{runId}' has no section '{sectionId}', or no text of it yet. GET /api/runs/{runId}/sections lists those that there are.", statusCode: StatusCodes.Status404NotFound, title: "No such section");
}
