using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Registers what an agent can do.</summary>
public static class TaskHandlerExtensions
{
    /// <summary>Adds a handler for every kind of task, and the writer behind them.</summary>
    public static IServiceCollection AddTaskHandlers(this IServiceCollection services)
    {
        services.AddOfflineWriter();
        services.AddSingleton<ITaskHandler, IngestHandler>();
        services.AddSingleton<ITaskHandler, PlanHandler>();
        services.AddSingleton<ITaskHandler, EstablishHandler>();
        services.AddSingleton<ITaskHandler, DraftHandler>();
        services.AddSingleton<ITaskHandler, ReviewHandler>();
        services.AddSingleton<ITaskHandler, ChapterHandler>();
        services.AddSingleton<ITaskHandler, FrontMatterHandler>();
        services.AddSingleton<ITaskHandler, AssembleHandler>();
        services.AddSingleton<ITaskHandler, CheckHandler>();
        services.AddSingleton<ITaskHandler, ExportHandler>();
        return services;
    }
}
