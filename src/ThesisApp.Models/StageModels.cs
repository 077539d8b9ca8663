using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThesisApp.Core.Connections;
using ThesisApp.Core.Planning;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Clients;

namespace ThesisApp.Models;

/// <summary>Puts each stage's client together: the account, then the cache, then retries, then telemetry of each call, then the provider.</summary>
internal sealed class StageModels : IStageModels
{
    /// <summary>Name of spans' and metrics' source.</summary>
    public const string TelemetrySource = "ThesisApp.Models";

    private readonly Dictionary<string, (ModelConnection Connection, IChatClient Client)> _stages = new(StringComparer.Ordinal);

    public StageModels(
        IConfiguration configuration, IOptions<ModelOptions> options, ICallGate gate, IDistributedCache cache, TimeProvider time, ILoggerFactory loggers)
    {
        Dictionary<(string Identity, string? Key), IChatClient> providers = [];
        ILogger logger = loggers.CreateLogger<StageModels>();
        foreach (string stage in ModelStages.All)
        {
            ModelConnection connection = StageConnections.Of(stage, configuration, options.Value);
            string identity = connection.ToString();
            if (!providers.TryGetValue((identity, connection.Key), out IChatClient? provider))
            {
                provider = new ChatClientBuilder(ProviderClients.Create(connection, options.Value.MaxOutputTokens, time))
                    .UseOpenTelemetry(loggers, TelemetrySource)
                    .Build();
                providers.Add((identity, connection.Key), provider);
            }

            ChatClientBuilder client = new ChatClientBuilder(new ResilientChatClient(provider, stage, connection, options.Value, gate, time, logger)).Use(kept => new PayingChatClient(kept));
            if (options.Value.CacheAnswers)
            {
                client.UseDistributedCache(cache, caching => caching.CacheKeyAdditionalValues = [identity, options.Value.MaxOutputTokens]);
            }

            _stages.Add(stage, (connection, client.Build()));
        }
    }

    public IChatClient For(string stage) => _stages[stage].Client;

    public string NameOf(string stage) => _stages[stage].Connection.Model;

    public string IdentityOf(string stage) => _stages[stage].Connection.ToString();
}
