using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Client;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Orchestrator.Tests;

/// <summary>The real orchestrator on a real store, without agents: tests play the agents through the board.</summary>
public sealed class OrchestratorHost : IAsyncLifetime
{
    private readonly GarnetFixture _store = new();
    private WebApplicationFactory<Program>? _factory;

    internal HttpClient Http { get; private set; } = null!;

    internal ThesisClient Client { get; private set; } = null!;

    internal ITaskBoard Board => _factory!.Services.GetRequiredService<ITaskBoard>();

    public async ValueTask InitializeAsync()
    {
        await _store.InitializeAsync();
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
        {
            web.UseSetting("ConnectionStrings:redis", _store.ConnectionString);
            web.UseSetting("Coordination:LeaseDuration", "00:00:01");
            web.UseSetting("Coordination:PollInterval", "00:00:00.100");
            web.UseSetting("Upkeep:Interval", "00:00:00.100");
            web.UseSetting("Logging:LogLevel:Default", "None");
        });
        Http = _factory.CreateClient();
        Client = new ThesisClient(Http);
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        await _store.DisposeAsync();
    }

    /// <summary>Leases tasks of one run until the wanted one comes; whatever comes before is completed without artifacts.</summary>
    internal async Task<TaskLease> LeaseAsync(string runId, string taskId, CancellationToken cancellationToken)
    {
        while (true)
        {
            TaskLease lease = await Board.LeaseAsync("test-agent", cancellationToken);
            if (lease.RunId == runId && lease.Task.Id == taskId)
            {
                return lease;
            }

            await Board.CompleteAsync(lease, new TaskResult(), takeNext: false, cancellationToken);
        }
    }
}
