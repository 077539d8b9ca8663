using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThesisApp.Contracts;
using ThesisApp.Coordination;
using ThesisApp.Coordination.Pool;
using ThesisApp.Coordination.Runs;
using ThesisApp.Coordination.RunUsers;
using ThesisApp.Core.Graph;
using ThesisApp.Orchestrator.Pool;
using ThesisApp.Sandboxes;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests.Pool;

/// <summary>The keeper of a pool as an orchestrator has it, looking when it is told to. Its sandboxes are real processes, which do nothing until they are asked to stop.</summary>
internal sealed class KeeperHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private PoolTerm _term = null!;

    public KeeperHost(RestrictedRedisFixture store, string folder, int max, bool keepsApart)
    {
        store.SkipIfMissing();
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            [$"ConnectionStrings:{ResourceNames.Redis}"] = store.Orchestrator,
            [$"ConnectionStrings:{ResourceNames.AgentsRedis}"] = store.Agent,
            [$"ConnectionStrings:{ResourceNames.UsersRedis}"] = store.Steward,
            ["Sandboxes:Kind"] = SandboxKinds.Process,
            ["Sandboxes:Directory"] = Path.Combine(folder, "sandboxes"),
            ["Sandboxes:Output"] = Path.Combine(folder, "output"),
            ["Sandboxes:Command:0"] = "/bin/sleep",
            ["Sandboxes:Command:1"] = "600",
            ["Pool:Name"] = "keeper",
            ["Pool:Max"] = max.ToString(CultureInfo.InvariantCulture),
            ["Pool:KeepRunsApart"] = keepsApart.ToString(),
        });
        builder.AddServiceDefaults();
        builder.AddSharedRedis(ResourceNames.Redis);
        builder.Services.AddCoordination();
        builder.AddPool();
        _app = builder.Build();
    }

    public ISandboxLauncher Launcher => _app.Services.GetRequiredService<ISandboxLauncher>();

    public IRunUsers Users => _app.Services.GetRequiredService<IRunUsers>();

    public IRunStore Runs => _app.Services.GetRequiredService<IRunStore>();

    private PoolKeeper Keeper => _app.Services.GetRequiredService<PoolKeeper>();

    private IPoolStore Pools => _app.Services.GetRequiredService<IPoolStore>();

    public static TaskDefinition Task(string id, string? chapter = null) => new() { Id = id, Kind = "test", Title = id, Chapter = chapter };

    /// <summary>Begins a term.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        _term = (await Pools.LeadAsync("keeper", Guid.NewGuid().ToString("N"), TimeSpan.FromHours(1), cancellationToken))!;
        await Keeper.TakeOverAsync(_term, cancellationToken);
    }

    /// <summary>Ends it, and leaves the sandboxes to the next.</summary>
    public Task ResignAsync(CancellationToken cancellationToken) => Pools.ResignAsync(_term, cancellationToken);

    public Task LookAsync(CancellationToken cancellationToken) => Keeper.LookAsync(_term, cancellationToken);

    /// <summary>Ids of the sandboxes that run.</summary>
    public async Task<string[]> ListAsync(CancellationToken cancellationToken) =>
        [.. (await Launcher.ListAsync(cancellationToken)).Where(sandbox => sandbox.IsRunning).Select(sandbox => sandbox.Id)];

    /// <summary>Creates a run; one with chapters gives each a sandbox.</summary>
    public async Task<string> CreateRunAsync(CancellationToken cancellationToken, params TaskDefinition[] tasks)
    {
        string id = $"r{Guid.NewGuid():N}";
        NewRun run = new() { Id = id, Title = "A run", Tasks = tasks, PerChapter = tasks.Any(task => task.Chapter is not null) };
        await Runs.CreateAsync(run, cancellationToken);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (SandboxInfo sandbox in await Launcher.ListAsync(CancellationToken.None))
        {
            await Launcher.RemoveAsync(sandbox.Id, CancellationToken.None);
        }

        await _app.DisposeAsync();
    }
}
