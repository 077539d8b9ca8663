namespace ThesisApp.Orchestrator.Security;

/// <summary>Refuses cross-origin requests that change something: the API has no login, so a page of any other site could submit or delete runs through its visitor's browser.</summary>
/// <remarks>Browsers send <c>Origin</c> with every such request (Fetch standard, 3.2); other clients send none and are let through.</remarks>
internal sealed class SameOriginMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool changes = !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);
        if (changes && request.Headers.Origin.ToString() is { Length: > 0 } origin && !IsOwn(origin, request))
        {
            await TypedResults.Problem(
                "Requests that change something are taken from this service's own pages and from programs, not from other sites.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Cross-origin request refused").ExecuteAsync(context);
            return;
        }

        await next(context);
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
}
