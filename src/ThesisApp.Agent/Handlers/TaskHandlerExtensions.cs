using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Agent.Calls;
using ThesisApp.Models;
using ThesisApp.Models.Calls;
using ThesisApp.Writing;
using ThesisApp.Writing.Retrieval;

namespace ThesisApp.Agent.Handlers;

/// <summary>Registers what an agent can do.</summary>
public static class TaskHandlerExtensions
{
    /// <summary>Adds a handler for every kind of task, and the writer behind them.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Says whether there is a chat model, without which the offline writer writes, and a model of embeddings.</param>
    public static IServiceCollection AddTaskHandlers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ICallGate, SharedCallGate>();
        if (configuration.HasEmbeddingModel())
        {
            services.AddEmbeddingModel(configuration);
            services.AddSingleton<SourceEmbedder>();
        }

        if (configuration.HasChatModel())
        {
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
        services.AddSingleton<ITaskHandler, ResearchHandler>();
        services.AddSingleton<ITaskHandler, DraftHandler>();
        services.AddSingleton<ITaskHandler, ReviewHandler>();
        services.AddSingleton<ITaskHandler, ReviseHandler>();
        services.AddSingleton<ITaskHandler, ChapterHandler>();
        services.AddSingleton<ITaskHandler, PublishHandler>();
        services.AddSingleton<ITaskHandler, FrontMatterHandler>();
        services.AddSingleton<ITaskHandler, ConsistencyHandler>();
        services.AddSingleton<ITaskHandler, AssembleHandler>();
        services.AddSingleton<ITaskHandler, CheckHandler>();
        services.AddSingleton<ITaskHandler, ExportHandler>();
        return services;
    }
}
