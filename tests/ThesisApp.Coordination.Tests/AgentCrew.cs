using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Store;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests;

/// <summary>Agents, each with a connection of its own, that work on whatever there is while a test does harm, and remember what was handed out to them.</summary>
internal sealed class AgentCrew : IAsyncDisposable
{
    private const int Layers = 20;
    private const int TasksInALayer = 5;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(15);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<(CoordinationHost Host, ConnectionMultiplexer Connection)> _agents = [];
    private readonly ConcurrentQueue<(TaskLease Lease, long Asked, long Got)> _leases = [];
    private readonly List<Task> _loops = [];

    /// <summary>Number of tasks of <see cref="Graph"/>.</summary>
    public static int TaskCount => Layers * TasksInALayer;

    /// <summary>Leases that were handed out.</summary>
    public IReadOnlyList<TaskLease> Leases => [.. _leases.Select(entry => entry.Lease)];

    /// <summary>Many small tasks, each of which needs some of the layer before.</summary>
    public static TaskDefinition[] Graph() =>
    [
        .. Enumerable.Range(0, TaskCount).Select(i => CoordinationHost.Task(
            Name(i), i < TasksInALayer ? [] : [Name(i - TasksInALayer), Name((i / TasksInALayer * TasksInALayer) - 1)])),
    ];

    /// <summary>The number in a fencing token.</summary>
    public static long TokenOf(TaskLease lease) => long.Parse(lease.Token, CultureInfo.InvariantCulture);

    /// <summary>Lets agents start.</summary>
    public static async Task<AgentCrew> StartAsync(StoreFixture store, int size)
    {
        AgentCrew crew = new();
        for (int i = 0; i < size; i++)
        {
            ConnectionMultiplexer connection = await store.ConnectAsync(likeServices: true);
            CoordinationHost host = new(store, options => options.LeaseDuration = Lease, connection);
            crew._agents.Add((host, connection));
            crew._loops.Add(Task.Run(() => crew.LoopAsync(host, $"agent-{crew._loops.Count}")));
        }

        return crew;
    }

    /// <summary>Waits until so many tasks are done, as the store has it.</summary>
    public Task WaitForDoneAsync(CoordinationHost host, string run, int count, CancellationToken cancellationToken) => Eventually.GetAsync(
        async token =>
        {
            // A broken agent would let the test wait in vain.
            await Task.WhenAll(_loops.Where(loop => loop.IsFaulted));
            return await LookAsync(() => host.Runs.FindAsync(run, token)) is { } info && info.Tasks.Done >= count ? info : null;
        },
        () => $"{count} tasks of {run} to be done",
        cancellationToken);

    /// <summary>Holds what has come out against what must: every task done once, from the lease that held it, its artifact there, and no token handed out twice or after a larger one.</summary>
    public async Task AssertDoneOnceAsync(CoordinationHost host, string run, CancellationToken cancellationToken)
    {
        RunInfo ended = (await host.Runs.FindAsync(run, cancellationToken))!;
        Assert.Equal((RunState.Succeeded, TaskCount), (ended.State, ended.Tasks.Done));
        RunEvent[] log = [.. await host.Events.ReadAsync(run, 0, 10_000, cancellationToken)];
        Assert.Equal(Graph().Select(task => task.Id).Order(), log.Where(happened => happened.Type == RunEventTypes.TaskDone).Select(happened => happened.TaskId!).Order());
        Assert.All(log.Where(happened => happened.Type == RunEventTypes.TaskDone), done => Assert.Equal(
            (done.Agent, done.Attempt), log.Where(other => other.Type == RunEventTypes.TaskLeased && other.TaskId == done.TaskId).Select(other => (other.Agent, other.Attempt)).Last()));
        foreach (TaskDefinition task in Graph())
        {
            Assert.Equal(task.Id, Encoding.UTF8.GetString((await host.Blackboard.ReadAsync(run, task.Id, cancellationToken))!.Value.Span));
        }

        AssertTokensGrow();
    }

    // What agents were given at the same time may have come in either order; what was asked for after another lease was there may not.
    private void AssertTokensGrow()
    {
        (TaskLease Lease, long Asked, long Got)[] leases = [.. _leases];
        Assert.Equal(leases.Length, leases.Select(entry => entry.Lease.Token).Distinct().Count());
        foreach ((TaskLease later, long asked, _) in leases)
        {
            Assert.All(leases.Where(entry => entry.Got < asked), earlier => Assert.True(TokenOf(earlier.Lease) < TokenOf(later), $"After {earlier.Lease} came {later}."));
        }
    }

    /// <summary>Ends all.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_loops);
        foreach ((CoordinationHost host, ConnectionMultiplexer connection) in _agents)
        {
            await host.DisposeAsync();
            await connection.DisposeAsync();
        }

        _stop.Dispose();
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number:000}");

    private static async Task<T?> LookAsync<T>(Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return await ask();
        }
        catch (Exception exception) when (StoreFaults.IsPassing(exception))
        {
            return null;
        }
    }

    private async Task LoopAsync(CoordinationHost host, string agent)
    {
        try
        {
            while (true)
            {
                long asked = Stopwatch.GetTimestamp();
                TaskLease? lease = await host.Board.LeaseAsync(agent, _stop.Token);
                while (lease is not null)
                {
                    _leases.Enqueue((lease, asked, Stopwatch.GetTimestamp()));
                    await Task.Delay(Work, _stop.Token);
                    TaskResult result = new() { Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [lease.Task.Id] = Encoding.UTF8.GetBytes(lease.Task.Id) } };
                    asked = Stopwatch.GetTimestamp();
                    lease = (await host.Board.CompleteAsync(lease, result, takeNext: true, _stop.Token)).Next;
                }
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
