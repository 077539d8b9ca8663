using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThesisApp.Core.Connections;
using ThesisApp.Models.Clients;
using ThesisApp.Models.Embeddings;

namespace ThesisApp.Models;

/// <summary>Registers models.</summary>
public static class ModelServiceCollectionExtensions
{
    /// <summary>True if a chat model is configured; else everything is written offline.</summary>
    public static bool HasChatModel(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration.GetConnectionString(StageConnections.Default));
    }

    /// <summary>Adds the models of all stages. An <see cref="Calls.ICallGate"/> and an <see cref="Microsoft.Extensions.Caching.Distributed.IDistributedCache"/> must be registered.</summary>
    /// <exception cref="ModelConnectionException">The connection string is wrong: better at once than with the first task.</exception>
    public static OptionsBuilder<ModelOptions> AddChatModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        _ = ModelConnection.Parse(StageConnections.Default, configuration.GetConnectionString(StageConnections.Default) ?? string.Empty);
        services.AddSingleton<IStageModels, StageModels>();
        return services.AddModelOptions();
    }

    /// <summary>True if a model of embeddings is configured; else passages are found by their words alone.</summary>
    public static bool HasEmbeddingModel(this IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return !string.IsNullOrWhiteSpace(configuration.GetConnectionString(EmbeddingModel.ConnectionName));
    }

    /// <summary>Adds the model of embeddings. What <see cref="AddChatModels"/> wants must be registered.</summary>
    /// <exception cref="ModelConnectionException">The connection string is wrong, or leads to a provider without embeddings.</exception>
    public static OptionsBuilder<ModelOptions> AddEmbeddingModel(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ModelConnection connection = ModelConnection.Parse(EmbeddingModel.ConnectionName, configuration.GetConnectionString(EmbeddingModel.ConnectionName) ?? string.Empty);
        ProviderClients.CreateEmbeddings(connection, TimeProvider.System).Dispose();
        services.AddSingleton<IEmbeddingModel, EmbeddingModel>();
        return services.AddModelOptions();
    }

    private static OptionsBuilder<ModelOptions> AddModelOptions(this IServiceCollection services)
    {
        // Once: settings that are bound twice would have each line of the price table twice.
        if (services.Any(service => service.ServiceType == typeof(IValidateOptions<ModelOptions>)))
        {
            return services.AddOptions<ModelOptions>();
        }

        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        return services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.SectionName).ValidateOnStart();
    }
}
