using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Declares what runs elsewhere.</summary>
public static class ConnectionStringBuilderExtensions
{
    /// <summary>Adds a connection string of the AppHost's configuration.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ConnectionStringResource(name, builder.Configuration, environmentVariableName));
    }
}
