using Microsoft.Extensions.Configuration;

namespace ThesisApp.AppHost;

/// <summary>Where the application is deployed to.</summary>
internal static class DeploymentEnvironment
{
    private const string TargetKey = "Deployment:Target";
    private const string Compose = "compose";

    /// <summary>Adds the environment that <c>Deployment:Target</c> names, since a resource can be published to but one: <c>compose</c>, <c>kubernetes</c>, <c>azure</c>, or nothing for azd, which brings its own.</summary>
    /// <exception cref="InvalidOperationException">The target is unknown.</exception>
    public static IDistributedApplicationBuilder AddDeploymentEnvironment(this IDistributedApplicationBuilder builder)
    {
        switch (builder.Configuration[TargetKey])
        {
            case null or "":
                break;
            case Compose:
                builder.AddDockerComposeEnvironment("compose");
                break;
            case "kubernetes":
                builder.AddKubernetes("kubernetes");
                break;
            case "azure":
                builder.AddAzureContainerAppEnvironment("aca");
                break;
            case string target:
                throw new InvalidOperationException($"{TargetKey} is '{target}'; write compose, kubernetes or azure.");
        }

        return builder;
    }

    /// <summary>As many of a service where it is deployed as where it runs: what is published for Compose has lost the number otherwise.</summary>
    public static IResourceBuilder<ProjectResource> WithDeployedReplicas(this IResourceBuilder<ProjectResource> resource, IConfiguration configuration, int replicas) =>
        configuration[TargetKey] == Compose
            ? resource.PublishAsDockerComposeService((_, service) => service.Deploy = new() { Replicas = replicas })
            : resource;
}
