using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Agent.Calls;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing;

namespace ThesisApp.Agent.Handlers;

/// <summary>Registers what an agent can do.</summary>
public static class TaskHandlerExtensions
{
    /// <summary>Adds a handler for every kind of task, and the writer behind them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Says whether there is a chat model; without one the offline writer writes.</param>
    public static IServiceCollection AddTaskHandlers(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.HasChatModel())
        {
            services.AddSingleton<ICallGate, SharedCallGate>();
            services.AddChatModels(configuration);
            services.AddChatWriter();
        }
        else
        {
            services.AddOfflineWriter();
        }

        services.AddSingleton<HeldSections>();
        services.AddSingleton<ITaskHandler, IngestHandler>();
        services.AddSingleton<ITaskHandler, OutlineHandler>();
        services.AddSingleton<ITaskHandler, PlanHandler>();
        services.AddSingleton<ITaskHandler, EstablishHandler>();
        services.AddSingleton<ITaskHandler, DraftHandler>();
        services.AddSingleton<ITaskHandler, ReviewHandler>();
        services.AddSingleton<ITaskHandler, ChapterHandler>();
        services.AddSingleton<ITaskHandler, PublishHandler>();
        services.AddSingleton<ITaskHandler, FrontMatterHandler>();
        services.AddSingleton<ITaskHandler, AssembleHandler>();
        services.AddSingleton<ITaskHandler, CheckHandler>();
        services.AddSingleton<ITaskHandler, ExportHandler>();
        return services;
    }
}
