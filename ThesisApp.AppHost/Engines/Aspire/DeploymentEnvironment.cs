using Microsoft.Extensions.Configuration;

namespace ThesisApp.AppHost;

/// <summary>Where the application is deployed to.</summary>
internal static class DeploymentEnvironment
{
    /// <summary>Adds the environment that <c>Deployment:Target</c> names, since a resource can be published to but one: <c>compose</c>, or nothing for azd, which brings its own.</summary>
    /// <exception cref="InvalidOperationException">The target is unknown.</exception>
    public static IDistributedApplicationBuilder AddDeploymentEnvironment(this IDistributedApplicationBuilder builder)
    {
        switch (builder.Configuration["Deployment:Target"])
        {
            case null or "" or "azure":
                break;
            case "compose":
                builder.AddDockerComposeEnvironment("compose");
                break;
            case string target:
                throw new InvalidOperationException($"Deployment:Target is '{target}'; write compose or azure.");
        }

        return builder;
    }
}
