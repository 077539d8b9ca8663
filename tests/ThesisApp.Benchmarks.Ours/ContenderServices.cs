using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using ThesisApp.Coordination;
using ThesisApp.ServiceDefaults.Redis.Direct;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>The board as a process of the real system has it: its public services on one connection of the process's own.</summary>
internal static class ContenderServices
{
    /// <summary>Connects and builds the services.</summary>
    public static async Task<ServiceProvider> ConnectAsync(string server, CancellationToken cancellationToken)
    {
        ConfigurationOptions options = ConfigurationOptions.Parse(server);
        options.AbortOnConnectFail = false;
        options.UseDirectTransport();
        IConnectionMultiplexer connection = await ConnectionMultiplexer.ConnectAsync(options).WaitAsync(cancellationToken);
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        services.AddSingleton(_ => connection);
        services.AddCoordination();
        return services.BuildServiceProvider();
    }
}
