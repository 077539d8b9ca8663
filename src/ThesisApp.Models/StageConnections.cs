using Microsoft.Extensions.Configuration;
using ThesisApp.Core.Connections;

namespace ThesisApp.Models;

/// <summary>Finds out where a stage's model is.</summary>
internal static class StageConnections
{
    /// <summary>Name of the connection string that serves where nothing else is said.</summary>
    public const string Default = "chat";

    /// <summary>The stage's connection.</summary>
    /// <exception cref="ModelConnectionException">It is missing or wrong.</exception>
    public static ModelConnection Of(string stage, IConfiguration configuration, ModelOptions options)
    {
        StageModelOptions? own = options.Stages.TryGetValue(stage, out StageModelOptions? found) ? found : null;
        string name = own?.Connection ?? Default;
        string text = configuration.GetConnectionString(name)
            ?? throw new ModelConnectionException($"{ModelOptions.SectionName}:Stages:{stage}:Connection names the connection string '{name}', which is not set. Set ConnectionStrings__{name}=Endpoint=...;Key=...;Model=...");
        ModelConnection connection = ModelConnection.Parse(name, text);
        return own?.Model is { } model ? connection.With(model) : connection;
    }
}
