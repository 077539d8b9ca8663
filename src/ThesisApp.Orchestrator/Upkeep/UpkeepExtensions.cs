namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>Registers the upkeep of runs.</summary>
internal static class UpkeepExtensions
{
    /// <summary>Adds the sweeps, the watch over the agents, the log of ended runs and the board's gauges.</summary>
    public static IServiceCollection AddUpkeep(this IServiceCollection services)
    {
        services.AddOptions<UpkeepOptions>().BindConfiguration(UpkeepOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BoardGauges>();
        services.AddHostedService<UpkeepService>();
        services.AddHostedService<AgentWatchService>();
        services.AddHostedService<RunEndingsService>();
        return services;
    }
}
