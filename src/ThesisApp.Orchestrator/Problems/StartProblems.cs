using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Core.Connections;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>Tells what keeps the orchestrator from starting, where whoever starts it can do something about it: in a sentence, for a stack trace would tell no more.</summary>
internal static class StartProblems
{
    /// <summary>The exit code then.</summary>
    public const int ExitCode = 2;

    // The host logs, with the trace, what it then throws.
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Has each problem told once.</summary>
    public static WebApplicationBuilder AddStartProblems(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter(HostCategory, LogLevel.Critical);
        return builder;
    }

    /// <summary>Starts all of it. Where one part cannot, those that have been started are stopped in order, sandboxes included.</summary>
    public static async Task StartOrStopAsync(this WebApplication app)
    {
        // As the host does first itself. Where this fails there is nothing to stop.
        app.Services.GetService<IStartupValidator>()?.Validate();
        _ = app.Services.GetServices<IHostedService>();
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.StopAsync();
            throw;
        }
    }

    /// <summary>What is wrong and what to do; null for anything else, which is a mistake of the program.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}. End the other process, or choose another port: ASPNETCORE_URLS, or --urls; 0 takes a free one.",
        OptionsValidationException invalid => string.Join('\n', invalid.Failures),
        SandboxException or RunUsersException or SharedRedisException or ModelConnectionException => exception.Message,
        _ => null,
    };
}
