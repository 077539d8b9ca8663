using System.Globalization;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Events;
using ThesisApp.Coordination.Runs;
using ThesisApp.Orchestrator.Problems;

namespace ThesisApp.Orchestrator.Events;

/// <summary>What happens in a run, as server-sent events.</summary>
internal static class EventEndpoints
{
    private const string LastEventIdHeader = "Last-Event-ID";

    /// <summary>Maps <c>GET /api/runs/{id}/events</c>.</summary>
    public static IEndpointRouteBuilder MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{ApiRoutes.Runs}/{{runId}}/events", StreamAsync)
            .WithName("FollowEvents").WithTags("runs")
            .WithSummary("Events of a run from the first one, or after Last-Event-ID (or ?after=), then each new one; the last has the type 'end'")
            .Produces<RunEvent>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        return routes;
    }

    private static async Task<IResult> StreamAsync(
        string runId, string? after, HttpContext context, IRunStore store, IEventLog log, IHostApplicationLifetime lifetime, TimeProvider time, CancellationToken cancellationToken)
    {
        string position = context.Request.Headers[LastEventIdHeader].ToString() is { Length: > 0 } last ? last : after ?? "0";
        if (!long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out long sequence))
        {
            return TypedResults.Problem(
                $"'{position}' is no event id: a whole number from 0.", statusCode: StatusCodes.Status400BadRequest, title: $"Bad {LastEventIdHeader}");
        }

        if (await store.FindAsync(runId, cancellationToken) is null)
        {
            return ApiProblems.NoRun(runId);
        }

        // Proxies must not collect what is to be seen as it happens.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        EventStream stream = new(log, time, lifetime.ApplicationStopping);
        return TypedResults.ServerSentEvents(stream.ReadAsync(runId, sequence, cancellationToken));
    }
}
