using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ThesisApp.Agent.Calls;
using ThesisApp.Coordination;

namespace ThesisApp.Agent.Work;

/// <summary>Registers the worker.</summary>
public static class AgentWorkerExtensions
{
    /// <summary>Adds the loop that leases, works and reports, and the agent's presence.</summary>
    /// <param name="builder">The host's builder.</param>
    /// <param name="once">True to end after one task.</param>
    public static IHostApplicationBuilder AddAgentWorker(this IHostApplicationBuilder builder, bool once)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<IValidateOptions<AgentOptions>, AgentOptionsValidator>();
        builder.Services.AddOptions<AgentOptions>()
            .BindConfiguration(AgentOptions.SectionName)
            .PostConfigure(options =>
            {
                options.Once |= once;
                if (options.Id.Length == 0)
                {
                    options.Id = builder.Configuration["AGENT_ID"] ?? MakeId();
                }

                options.Run = Either(options.Run, "AGENT_RUN");
                options.Chapter = Either(options.Chapter, "AGENT_CHAPTER");
                options.Output = Either(options.Output, "AGENT_OUTPUT");
            })
            .ValidateOnStart();
        builder.Services.AddSingleton<AgentStatus>();
        builder.Services.AddSingleton<RunBudgets>();
        builder.Services.AddSingleton<TaskRunner>();
        builder.Services.AddHostedService<Presence>();
        string run = Either(builder.Configuration[$"{AgentOptions.SectionName}:{nameof(AgentOptions.Run)}"], "AGENT_RUN");
        if (run.Length > 0)
        {
            if (Either(builder.Configuration[$"{AgentOptions.SectionName}:{nameof(AgentOptions.Chapter)}"], "AGENT_CHAPTER").Length == 0)
            {
                // Whoever takes one run's tasks alone must not be handed another's.
                builder.Services.PostConfigure<CoordinationOptions>(options => options.OnlyRun = run);
            }

            builder.Services.AddHostedService<BoundWorker>();
        }
        else
        {
            builder.Services.AddHostedService<Worker>();
        }

        builder.Services.AddHostedService<IdleTrim>();
        return builder;

        string Either(string? setting, string variable) => string.IsNullOrEmpty(setting) ? builder.Configuration[variable] ?? string.Empty : setting;
    }

    private static string MakeId() =>
        $"{Environment.MachineName}-{Environment.ProcessId}-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
}
