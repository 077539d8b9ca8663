using Microsoft.Extensions.Options;
using ThesisApp.Contracts;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>Registers the pool of sandboxes.</summary>
internal static class PoolExtensions
{
    /// <summary>Adds the pool, if <c>Sandboxes:Kind</c> names a kind; without one somebody else starts the agents.</summary>
    public static WebApplicationBuilder AddPool(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrEmpty(builder.Configuration[$"{SandboxOptions.SectionName}:{nameof(SandboxOptions.Kind)}"]))
        {
            return builder;
        }

        builder.Services.AddSingleton<IValidateOptions<PoolOptions>, PoolOptionsValidator>();
        builder.Services.AddOptions<PoolOptions>().BindConfiguration(PoolOptions.SectionName).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<SandboxOptions>()
            .BindConfiguration(SandboxOptions.SectionName)
            .ValidateDataAnnotations()
            .Validate(
                options => SandboxKinds.All.Contains(options.Kind, StringComparer.Ordinal),
                $"{SandboxOptions.SectionName}:{nameof(SandboxOptions.Kind)} must be one of {string.Join(", ", SandboxKinds.All)}.")
            .ValidateOnStart();
        builder.Services.AddSingleton(services => SandboxLaunchers.Create(
            services.GetRequiredService<IOptions<SandboxOptions>>().Value, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<AgentSandbox>().Place));
        builder.Services.AddSingleton<AgentSandbox>();
        if (builder.Configuration.GetValue<bool>($"{PoolOptions.SectionName}:{nameof(PoolOptions.KeepRunsApart)}"))
        {
            builder.AddRunUsers();
        }

        builder.Services.AddSingleton<PoolKeeper>();
        builder.Services.AddHostedService<PoolService>();
        return builder;
    }

    // What is wrong with the connection string, the options' validator says.
    private static void AddRunUsers(this WebApplicationBuilder builder)
    {
        string? connectionString = builder.Configuration.GetConnectionString(ResourceNames.UsersRedis);
        if (RunUsersExtensions.ProblemOf(connectionString) is null)
        {
            builder.AddRedisAs(ResourceNames.UsersRedis);
            builder.Services.AddRunUsers(ResourceNames.UsersRedis, connectionString!);
            builder.Services.AddSingleton<RunAccess>();
        }
    }
}
