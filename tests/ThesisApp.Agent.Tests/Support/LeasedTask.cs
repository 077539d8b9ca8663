using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Agent.Handlers;
using ThesisApp.Agent.Work;
using ThesisApp.Coordination;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Agent.Tests.Support;

/// <summary>A task of a run on a real store, leased and with what the tasks before it have published.</summary>
internal sealed class LeasedTask : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly TaskContext _context;

    private LeasedTask(ServiceProvider services, TaskLease lease)
    {
        _services = services;
        _context = new TaskContext(lease, services.GetRequiredService<IBlackboard>(), services.GetRequiredService<IRunStore>(), new NoProgress());
    }

    /// <summary>Leases it.</summary>
    /// <param name="store">The store.</param>
    /// <param name="spec">The run's specification.</param>
    /// <param name="sources">Names of its sources.</param>
    /// <param name="kind">The task's kind.</param>
    /// <param name="subject">What it works on.</param>
    /// <param name="published">What the tasks before it have published.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<LeasedTask> LeaseAsync(
        StoreFixture store, string spec, string[] sources, string kind, string? subject, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> published, CancellationToken cancellationToken)
    {
        ServiceCollection services = new();
        services.AddLogging();
        services.AddMetrics();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddSingleton(store.Connection);
        services.AddCoordination();
        ServiceProvider provider = services.BuildServiceProvider();
        Dictionary<string, ReadOnlyMemory<byte>> inputs = sources.ToDictionary(RunInputs.Source, _ => ReadOnlyMemory<byte>.Empty);
        inputs.Add(RunInputs.Spec, Encoding.UTF8.GetBytes(spec));
        await provider.GetRequiredService<IRunStore>().CreateAsync(
            new NewRun
            {
                Id = $"r{Guid.NewGuid():N}",
                Title = "A run",
                Inputs = inputs,
                Tasks = [new TaskDefinition { Id = "before", Kind = "test", Title = "Before" }, new TaskDefinition { Id = "task", Kind = kind, Title = kind, Subject = subject, Needs = ["before"] }],
            },
            cancellationToken);
        ITaskBoard board = provider.GetRequiredService<ITaskBoard>();
        TaskLease before = await board.LeaseAsync("agent", cancellationToken);
        await board.CompleteAsync(before, new TaskResult { Artifacts = published }, takeNext: false, cancellationToken);
        return new LeasedTask(provider, await board.LeaseAsync("agent", cancellationToken));
    }

    /// <summary>Has a handler do it.</summary>
    /// <returns>What it publishes under a name, and its message.</returns>
    public async Task<(T Published, string? Message)> DoAsync<T>(ITaskHandler handler, string name, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        PreparedTask prepared = await handler.PrepareAsync(_context, cancellationToken);
        TaskResult result = await prepared.Work(cancellationToken);
        return (JsonSerializer.Deserialize(result.Artifacts[name].Span, type)!, result.Message);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class NoProgress : ITaskProgress
    {
        public void Report(double progress, string? activity)
        {
        }
    }
}
