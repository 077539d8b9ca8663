using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Declares an application's resources.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Configuration of the AppHost: appsettings.json, environment, command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>What the AppHost was started for.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resources in the order in which they were declared.</summary>
    IReadOnlyList<IResource> Resources { get; }

    /// <summary>Declares a resource.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>The application, ready to run.</summary>
    DistributedApplication Build();
}
