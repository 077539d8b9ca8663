namespace ThesisApp.Orchestrator.Problems;

/// <summary>Errors as problem details (RFC 9457).</summary>
internal static class ProblemsExtensions
{
    /// <summary>Adds problem details and what turns exceptions into them.</summary>
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
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
}
