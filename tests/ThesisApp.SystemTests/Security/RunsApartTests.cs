using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Security;

/// <summary>A pool that keeps runs apart, on a Redis with the users of a deployment: each agent is the user of its run, and the theses are the same.</summary>
public sealed class RunsApartTests(UndisturbedThesis undisturbed, RestrictedRedisFixture store) : IClassFixture<RestrictedRedisFixture>, IDisposable
{
    private const int Most = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task Two_runs_are_written_side_by_side_by_agents_that_reach_one_each_though_Redis_forgets_the_users()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        store.SkipIfMissing();
        Dictionary<string, string> variables = new() { ["ConnectionStrings__redisAgents"] = store.Agent, ["ConnectionStrings__redisUsers"] = store.Steward };
        await using PoolSystem system = new(new SystemSettings { Redis = store.Orchestrator, Pace = TimeSpan.FromMilliseconds(20), Variables = variables });
        (ProgramProcess orchestrator, RunsOf runs) = system.StartOrchestrator(Most, ("Pool__KeepRunsApart", "true"), ("Sandboxes__Output", _folder.File("output")), ("Agent__ChapterPatience", "00:00:02"));
        string first = await runs.SubmitSampleAsync(cancellation);
        string second = await runs.SubmitSampleAsync(cancellation, perChapter: true);

        await runs.WaitForTasksAsync(first, done: 12, cancellation);
        HashSet<string> connected = [.. ((string)(await ExecuteAsync("CLIENT", "LIST"))!).Split(' ').Where(word => word.StartsWith("user=", StringComparison.Ordinal))];
        await store.RestartAsync();
        RunInfo[] ended = [await runs.WaitForEndAsync(first, cancellation), await runs.WaitForEndAsync(second, cancellation)];

        Assert.True(ended.All(run => run.State == RunState.Succeeded), $"{ended[0]}\n{ended[1]}\n{orchestrator.Text}");
        Assert.Contains($"user=run:{first}", connected);
        Assert.DoesNotContain("user=agent", connected);
        undisturbed.MustEqual(await runs.DownloadThesisAsync(first, cancellation));
        undisturbed.MustEqual(await runs.DownloadThesisAsync(second, cancellation));
        string[] ofFirst = [.. (await runs.ListTasksAsync(first, cancellation)).Select(task => task.Agent!)];
        string[] ofSecond = [.. (await runs.ListTasksAsync(second, cancellation)).Select(task => task.Agent!)];
        Assert.Empty(ofFirst.Intersect(ofSecond));
        Assert.All(ofFirst, agent => Assert.StartsWith("run-", agent, StringComparison.Ordinal));
        Assert.Equal(["chapter", "run"], ofSecond.Select(agent => agent.Split('-')[0]).Distinct().Order());
        await Eventually.TrueAsync(async _ => (await ListUsersAsync()).Length == 0, () => $"the users to be removed:\n{orchestrator.Text}", cancellation);
        await orchestrator.SignalAsync(ProgramSignal.Terminate, cancellation);
        await orchestrator.WaitForExitAsync(cancellation);
        Assert.Empty(system.Agents);
    }

    private async Task<string[]> ListUsersAsync() => [.. ((string[])(await ExecuteAsync("ACL", "USERS"))!).Where(user => user.StartsWith("run:", StringComparison.Ordinal))];

    private Task<RedisResult> ExecuteAsync(string command, string argument) => store.Connection.GetServers()[0].ExecuteAsync(command, argument);
}
