using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Work;
using ThesisApp.Contracts;
using ThesisApp.Coordination;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>An agent in a process of its own: this program again, put together as the agent's own program is, with a model's waiting around each handler's work.</summary>
internal static class SpeedupAgent
{
    /// <summary>Lets this program be an agent; the compression and the seed follow.</summary>
    public const string Argument = "speedup-agent";

    /// <summary>Works until it is told to stop.</summary>
    public static async Task ServeAsync(string compression, string seed)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.AddServiceDefaults();
        builder.AddSharedRedis(ResourceNames.Redis);
        builder.Services.AddCoordination();
        builder.Services.AddTaskHandlers(builder.Configuration);
        ModelTime model = new(int.Parse(seed, CultureInfo.InvariantCulture));
        foreach (ServiceDescriptor handler in builder.Services.Where(service => service.ServiceType == typeof(ITaskHandler)).ToList())
        {
            builder.Services.Remove(handler);
            builder.Services.AddSingleton<ITaskHandler>(services => new WaitingHandler(
                (ITaskHandler)ActivatorUtilities.CreateInstance(services, handler.ImplementationType!),
                model,
                double.Parse(compression, CultureInfo.InvariantCulture),
                services.GetRequiredService<TimeProvider>()));
        }

        builder.AddAgentWorker(once: false);
        await builder.Build().RunAsync();
    }
}
