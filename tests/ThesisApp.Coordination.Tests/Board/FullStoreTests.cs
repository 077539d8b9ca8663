using System.Globalization;
using StackExchange.Redis;
using ThesisApp.Coordination.Board;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>A Redis that takes no more data for a while. Garnet has no such limit.</summary>
public sealed class FullStoreTests(RedisServerFixture store) : StoreTest(store), IClassFixture<RedisServerFixture>
{
    [Fact]
    public async Task A_result_is_offered_again_until_a_full_store_takes_it()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        TaskLease lease = await host.Board.LeaseAsync("agent", Cancellation);
        await SetMemoryAsync("1mb");

        Task<CompleteResult> delivery = host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);
        await WaitForRefusalsAsync(delivery);
        await SetMemoryAsync("0");

        Assert.Equal(CompleteOutcome.Accepted, (await delivery).Outcome);
    }

    [Fact]
    public async Task An_agent_waits_for_work_while_the_store_is_full()
    {
        await using CoordinationHost host = new(Store);
        await host.CreateRunAsync(Cancellation, Task("a"));
        await SetMemoryAsync("1mb");

        Task<TaskLease> waiting = host.Board.LeaseAsync("agent", Cancellation);
        await WaitForRefusalsAsync(waiting);
        await SetMemoryAsync("0");

        Assert.Equal("a", (await waiting).Task.Id);
    }

    private Task<RedisResult> SetMemoryAsync(string most) => Store.Connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", most);

    // Twice at least: the first refusal alone would not show that it tries again.
    private async Task WaitForRefusalsAsync(Task patient)
    {
        await Store.Connection.GetDatabase().ExecuteAsync("CONFIG", "RESETSTAT");
        while (!patient.IsCompleted && await CountRefusalsAsync() < 2)
        {
            await System.Threading.Tasks.Task.Delay(20, Cancellation);
        }
    }

    private async Task<int> CountRefusalsAsync() =>
        (await Store.Connection.GetServers()[0].InfoAsync("errorstats")).SelectMany(section => section).FirstOrDefault(stat => stat.Key == "errorstat_OOM").Value is { } count
            ? int.Parse(count["count=".Length..], CultureInfo.InvariantCulture)
            : 0;
}
