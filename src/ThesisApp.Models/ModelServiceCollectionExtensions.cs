using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThesisApp.Core.Connections;

namespace ThesisApp.Models;

/// <summary>Registers chat models.</summary>
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
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        return services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.SectionName).ValidateOnStart();
    }
}
