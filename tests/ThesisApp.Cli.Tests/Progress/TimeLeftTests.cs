using ThesisApp.Cli.Progress;
using ThesisApp.Cli.Tests.Support;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Tests.Progress;

public sealed class TimeLeftTests
{
    [Fact]
    public void Nothing_is_said_before_five_tasks_are_done() =>
        Assert.Null(TimeLeft.Estimate([.. Done("draft", 4, seconds: 2), .. Open("draft", 4, TaskState.Ready)]));

    [Fact]
    public void What_is_left_takes_as_long_as_its_kind_took_shared_by_the_agents_at_work()
    {
        List<TaskInfo> tasks = [.. Done("draft", 4, seconds: 2), .. Done("review", 2, seconds: 1), .. Open("draft", 2, TaskState.Leased), .. Open("review", 4, TaskState.Waiting)];

        Assert.Equal(TimeSpan.FromSeconds(4), TimeLeft.Estimate(tasks));
    }

    [Fact]
    public void The_progress_of_a_task_shortens_it()
    {
        List<TaskInfo> tasks = [.. Done("draft", 5, seconds: 2), Open("draft", 1, TaskState.Leased)[0] with { Progress = 0.75 }];

        Assert.Equal(TimeSpan.FromSeconds(0.5), TimeLeft.Estimate(tasks));
    }

    [Fact]
    public void Nothing_is_said_before_the_plan_is_there() =>
        Assert.Null(TimeLeft.Estimate([.. Done("ingest", 9, seconds: 2), .. Open("plan", 1, TaskState.Waiting)]));

    [Fact]
    public void Results_from_the_cache_say_nothing_about_time() =>
        Assert.Null(TimeLeft.Estimate([.. Done("draft", 9, seconds: 0).Select(task => task with { FromCache = true })]));

    private static List<TaskInfo> Done(string kind, int count, double seconds) =>
    [
        .. Enumerable.Range(0, count).Select(index => new TaskInfo
        {
            Id = $"{kind}:{index}",
            Kind = kind,
            Title = kind,
            State = TaskState.Done,
            StartedAt = FakeOrchestrator.Epoch,
            FinishedAt = FakeOrchestrator.Epoch.AddSeconds(seconds),
        }),
    ];

    private static List<TaskInfo> Open(string kind, int count, TaskState state) =>
        [.. Enumerable.Range(0, count).Select(index => new TaskInfo { Id = $"{kind}:open-{index}", Kind = kind, Title = kind, State = state })];
}
