using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A connection string from the AppHost's configuration: what it leads to runs elsewhere.</summary>
/// <param name="name">Its name, also in <c>ConnectionStrings</c>.</param>
/// <param name="configuration">The AppHost's configuration.</param>
/// <param name="environmentVariableName">What the variable is called in projects that refer to it; null for <c>ConnectionStrings__NAME</c>.</param>
public sealed class ConnectionStringResource(string name, IConfiguration configuration, string? environmentVariableName)
    : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    /// <summary>What the variable is called in projects that refer to it; null for the default.</summary>
    public string? ConnectionStringEnvironmentVariable { get; } = environmentVariableName;

    /// <inheritdoc />
    public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) => ValueTask.FromResult(configuration.GetConnectionString(Name));
}
