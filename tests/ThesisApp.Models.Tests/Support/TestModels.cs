using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThesisApp.Models.Calls;
using ThesisApp.Models.Embeddings;

namespace ThesisApp.Models.Tests.Support;

/// <summary>The models as an agent has them, with the store's parts in memory.</summary>
internal sealed class TestModels : IDisposable
{
    private readonly ServiceProvider _services;

    public TestModels(string connection, params (string Key, string Value)[] settings)
        : this(TimeProvider.System, connection, settings)
    {
    }

    /// <summary>The same by a clock of the test's.</summary>
    public TestModels(TimeProvider time, string connection, params (string Key, string Value)[] settings)
    {
        Dictionary<string, string?> values = new(StringComparer.Ordinal)
        {
            ["ConnectionStrings:chat"] = connection,
            ["Models:RetryBaseDelay"] = "00:00:00.010",
            ["Models:RetryMaxDelay"] = "00:00:00.050",
        };
        foreach ((string key, string value) in settings)
        {
            values[key] = value;
        }

        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        ServiceCollection services = new();
        services.AddLogging();
        services.AddSingleton(configuration);
        services.AddSingleton(time);
        services.AddSingleton<ICallGate>(Gate);
        services.AddSingleton<IDistributedCache>(new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
        services.AddChatModels(configuration);
        if (configuration.HasEmbeddingModel())
        {
            services.AddEmbeddingModel(configuration);
        }

        _services = services.BuildServiceProvider();
    }

    public FreeGate Gate { get; } = new();

    public IEmbeddingModel Embeddings => _services.GetRequiredService<IEmbeddingModel>();

    public IStageModels Stages => _services.GetRequiredService<IStageModels>();

    public void Dispose() => _services.Dispose();
}
