using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using ThesisApp.LocalHosting;
using ThesisApp.LocalHosting.Engine;

namespace Aspire.Hosting;

/// <summary>An application of several resources, run by the local engine.</summary>
public sealed class DistributedApplication
{
    private readonly IConfiguration _configuration;
    private readonly IReadOnlyList<IResource> _resources;

    internal DistributedApplication(IConfiguration configuration, IReadOnlyList<IResource> resources)
    {
        _configuration = configuration;
        _resources = resources;
    }

    /// <summary>A builder for an application.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return new DistributedApplicationBuilder(args);
    }

    /// <summary>Runs until Ctrl+C, SIGTERM or, where asked for, the end of standard input. Sets the process's exit code if the application could not start.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Runs until the token is cancelled, or as <see cref="Run"/> says.</summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            HostingOptions options = HostingOptions.Read(_configuration);
            using StopSignals signals = new(options.ExitWithParent, cancellationToken);
            await new LocalEngine(_resources, options).RunAsync(signals.Token);
        }
        catch (HostingException exception)
        {
            await Console.Error.WriteLineAsync($"error: {exception.Message}");
            Environment.ExitCode = exception.ExitCode;
        }
    }
}
