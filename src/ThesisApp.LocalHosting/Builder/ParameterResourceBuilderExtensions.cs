using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Declares parameters.</summary>
public static class ParameterResourceBuilderExtensions
{
    /// <summary>Adds a value of the AppHost's configuration: <c>Parameters:NAME</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddResource(new ParameterResource(name, builder.Configuration, secret));
    }
}
