using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Core.Connections;
using ThesisApp.Sandboxes;

namespace ThesisApp.Orchestrator.Problems;

/// <summary>Tells what keeps the orchestrator from starting, where whoever starts it can do something about it: in a sentence, for a stack trace would tell no more.</summary>
internal static partial class StartProblems
{
    /// <summary>The exit code then.</summary>
    public const int ExitCode = 2;

    // A value that is of another kind than its setting.
    private const string Binder = "Microsoft.Extensions.Configuration.Binder";

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
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Told to stop before it had begun.
        }
        catch
        {
            await StopAfterAsync(app);
            throw;
        }
    }

    // What kept it from starting is the problem to tell, not what comes after.
    private static async Task StopAfterAsync(WebApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (Exception exception)
        {
            LogStopFailed(app.Logger, exception);
        }
    }

    /// <summary>What is wrong and what to do; null for anything else, which is a mistake of the program.</summary>
    public static string? Of(Exception exception) => exception switch
    {
        IOException { InnerException: AddressInUseException } => $"{exception.Message.TrimEnd('.')}. End the other process, or choose another port: ASPNETCORE_URLS, or --urls; 0 takes a free one.",
        SocketException or IOException { InnerException: SocketException } => $"{exception.Message.TrimEnd('.')}. Choose another address or port: ASPNETCORE_URLS, or --urls; 0 takes a free one.",
        InvalidOperationException { Source: Binder } => exception.InnerException is { } inner ? $"{exception.Message} {inner.Message}" : exception.Message,
        AggregateException several when several.InnerExceptions.All(inner => Of(inner) is not null) => string.Join('\n', several.InnerExceptions.Select(Of)),
        OptionsValidationException invalid => string.Join('\n', invalid.Failures),
        SandboxException or RunUsersException or SharedRedisException or ModelConnectionException => exception.Message,
        _ => null,
    };

    [LoggerMessage(133, LogLevel.Warning, "Not all of it could be stopped.")]
    private static partial void LogStopFailed(ILogger logger, Exception exception);
}
