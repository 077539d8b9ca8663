using Microsoft.Extensions.Configuration;

namespace ThesisApp.AppHost;

/// <summary>Where the application is deployed to.</summary>
internal static class DeploymentEnvironment
{
    /// <summary>Does nothing: the local engine runs the application and cannot publish it.</summary>
    public static IDistributedApplicationBuilder AddDeploymentEnvironment(this IDistributedApplicationBuilder builder) => builder;

    /// <summary>Does nothing, for the same reason.</summary>
    public static IResourceBuilder<ProjectResource> WithDeployedReplicas(this IResourceBuilder<ProjectResource> resource, IConfiguration configuration, int replicas) => resource;
}
