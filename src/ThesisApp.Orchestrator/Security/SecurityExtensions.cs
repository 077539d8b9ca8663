namespace ThesisApp.Orchestrator.Security;

/// <summary>What keeps a browser from being turned against the API.</summary>
internal static class SecurityExtensions
{
    /// <summary>Refuses requests that change something when another site's page sends them.</summary>
    public static WebApplication UseSameOrigin(this WebApplication app)
    {
        app.UseMiddleware<SameOriginMiddleware>();
        return app;
    }

    /// <summary>Documents hold what users and models wrote: no browser may run any of it, guess its type or frame it.</summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            IHeaderDictionary headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
            return next(context);
        });
        return app;
    }
}
