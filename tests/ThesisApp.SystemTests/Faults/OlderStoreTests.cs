using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Faults;

/// <summary>Redis comes back with an append-only file from an earlier moment of the run.</summary>
public sealed class OlderStoreTests(UndisturbedThesis undisturbed, RedisServerFixture store) : IClassFixture<RedisServerFixture>
{
    private const int DoneAtFirst = 15;
    private const int DoneInTheForgottenTime = 15;
    private const int Agents = 3;

    [Fact(Timeout = Limits.Test)]
    public async Task What_Redis_has_forgotten_is_written_again_byte_for_byte()
    {
        store.SkipIfMissing();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using LooseSystem system = new(new SystemSettings { Redis = store.ConnectionString });
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        for (int i = 1; i <= Agents; i++)
        {
            system.StartAgent($"agent-{i}", TimeSpan.FromMilliseconds(150));
        }

        await UpToAsync(DoneAtFirst);
        store.KeepState();
        List<RunEvent> before = await UpToAsync(DoneAtFirst + DoneInTheForgottenTime);

        await store.SetBackAsync();

        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        undisturbed.MustEqual(await system.Runs.DownloadThesisAsync(run, cancellation));
        List<RunEvent> after = await system.Runs.ListEventsAsync(run, cancellation);
        Assert.NotEqual(before, after.Take(before.Count));
        string[] done = [.. after.Where(happened => happened.Type == RunEventTypes.TaskDone).Select(happened => happened.TaskId!)];
        Assert.Equal((await system.Runs.ListTasksAsync(run, cancellation)).Select(task => task.Id).Order(), done.Order());

        async Task<List<RunEvent>> UpToAsync(int results)
        {
            // The log may be read once more from its beginning.
            HashSet<string?> seen = [];
            return await system.Runs.ListEventsUpToAsync(
                run,
                happened =>
                {
                    seen.UnionWith(happened.Type == RunEventTypes.TaskDone ? [happened.TaskId] : []);
                    return seen.Count == results;
                },
                cancellation);
        }
    }
}
