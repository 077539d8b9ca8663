using Microsoft.Extensions.Configuration;
using ThesisApp.AppHost;
using ThesisApp.Contracts;

IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder(args);
AppHostSettings settings = AppHostSettings.Read(builder.Configuration);

builder.AddDeploymentEnvironment();

// The shared state: a Redis of our own, or the one that ConnectionStrings__redis leads to.
IResourceBuilder<IResourceWithConnectionString> redis = builder.Configuration.GetConnectionString(ResourceNames.Redis) is null
    ? builder.AddRedis(ResourceNames.Redis).WithDataVolume().WithPersistence()
    : builder.AddConnectionString(ResourceNames.Redis);

IResourceBuilder<ProjectResource> orchestrator = builder.AddProject<Projects.ThesisApp_Orchestrator>(ResourceNames.Orchestrator, launchProfileName: null)
    .WithReference(redis)
    .WaitFor(redis)
    .WithHttpEndpoint(port: settings.OrchestratorPort)
    .WithExternalHttpEndpoints()
    .WithHttpHealthCheck("/health");

// Agents as processes beside the orchestrator; or none, where it starts them itself, in sandboxes, as it needs them.
IResourceBuilder<ProjectResource>? agent = settings.HasPool
    ? null
    : builder.AddProject<Projects.ThesisApp_Agent>(ResourceNames.Agent)
        .WithReference(redis)
        .WaitFor(redis)
        .WithReplicas(settings.AgentReplicas)
        .WithDeployedReplicas(builder.Configuration, settings.AgentReplicas);
foreach ((string name, string value) in settings.PoolSettings)
{
    orchestrator.WithEnvironment(name, value);
}

// The models, if there are any: without one of chat the offline writer writes, without one of embeddings passages are found by their words alone.
foreach (string name in new[] { ResourceNames.Chat, ResourceNames.Embeddings })
{
    if (builder.Configuration.GetConnectionString(name) is not null)
    {
        IResourceBuilder<IResourceWithConnectionString> model = builder.AddConnectionString(name);
        orchestrator.WithReference(model);
        agent?.WithReference(model);
    }
}

builder.Build().Run();
