using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Sandboxes;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Containers;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Pools;

/// <summary>A sandbox for each chapter, with real orchestrators, sandboxes and agents: the same bytes, and each chapter where others can read it.</summary>
public sealed class ChapterSandboxTests(UndisturbedThesis undisturbed, DockerEngine engine, GarnetFixture store) : IClassFixture<GarnetFixture>, IDisposable
{
    private const int Most = 4;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact(Timeout = Limits.Test)]
    public async Task Each_chapter_is_written_in_a_sandbox_of_its_own_once_its_dependencies_are_complete_though_the_orchestrator_dies()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using PoolSystem system = new(new SystemSettings { Redis = store.ConnectionString, Pace = TimeSpan.FromMilliseconds(40) });
        (string, string)[] settings = [("Sandboxes__Output", _folder.File("output")), ("Pool__EndsWithOrchestrator", "true")];
        (ProgramProcess first, _) = system.StartOrchestrator(Most, settings);
        await Eventually.TrueAsync(() => first.Text.Contains("looks after the pool", StringComparison.Ordinal), () => $"the first orchestrator to lead:\n{first.Text}", cancellation);
        (ProgramProcess second, RunsOf runs) = system.StartOrchestrator(Most, settings);

        string run = await runs.SubmitSampleAsync(cancellation, perChapter: true);
        await runs.WaitForTasksAsync(run, done: 25, cancellation);
        await first.SignalAsync(ProgramSignal.Kill, cancellation);
        RunInfo ended = await runs.WaitForEndAsync(run, cancellation);

        Assert.True(ended.State == RunState.Succeeded, $"{ended}\n{second.Text}");
        undisturbed.MustEqual(await runs.DownloadThesisAsync(run, cancellation));
        IReadOnlyList<TaskInfo> tasks = await runs.ListTasksAsync(run, cancellation);
        string[] chapters = [.. tasks.Where(task => task.Kind == "publish").Select(task => ChapterOf(task)!)];
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(undisturbed.Output, "chapters"), "ch*.md").Count(), chapters.Length);
        foreach (string chapter in chapters)
        {
            TaskInfo[] own = [.. tasks.Where(task => ChapterOf(task) == chapter)];
            Assert.All(own, task => Assert.StartsWith($"chapter-{chapter[..Math.Min(chapter.Length, 20)]}", task.Agent, StringComparison.Ordinal));
            MustHaveWaited(own, tasks);
            await MustBePublishedAsync(run, chapter, _folder.File(Path.Combine("output", run, $"{chapter}.md")), cancellation);
        }

        Assert.All(tasks.Where(task => ChapterOf(task) is null), task => Assert.StartsWith("agent-", task.Agent, StringComparison.Ordinal));
        await second.SignalAsync(ProgramSignal.Terminate, cancellation);
        await second.WaitForExitAsync(cancellation);
        Assert.Empty(system.Processes);
        Assert.Empty(system.Leftovers);
    }

    [Theory(Timeout = Limits.Test)]
    [InlineData(SandboxKinds.Bubblewrap)]
    [InlineData(SandboxKinds.Docker)]
    public async Task The_command_gives_each_chapter_a_sandbox_that_is_shut_in(string kind)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        (string[] options, SystemSettings settings) = await PrepareAsync(kind, cancellation);
        await using Generate generate = Generate.Start(_folder.File("out"), settings, ["--sandbox", kind, "--per", "chapter", .. options]);

        int exitCode = await generate.Process.WaitForExitAsync(cancellation);

        Assert.True(exitCode == 0, generate.Process.Text + await generate.ReadLogAsync("orchestrator", cancellation));
        undisturbed.MustEqual(await generate.ReadThesisAsync(cancellation));
        Assert.Empty(generate.Processes);
        string folder = Assert.Single(Directory.EnumerateDirectories(Path.Combine(generate.Output, ".thesis", "output")));
        string[] files = [.. Directory.EnumerateFiles(folder)];
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(generate.Output, "chapters"), "ch*.md").Count(), files.Length);
        foreach (string file in files)
        {
            await MustBePublishedAsync(Path.GetFileName(folder), Path.GetFileNameWithoutExtension(file), file, cancellation);
        }
    }

    private async Task<(string[] Options, SystemSettings Settings)> PrepareAsync(string kind, CancellationToken cancellationToken)
    {
        Dictionary<string, string> variables = new() { ["Sandboxes__PassedVariables__0"] = ProgramProcess.MarkVariable, ["Pool__Horizon"] = "00:00:00.200", ["Sandboxes__OrphanPatience"] = "00:00:02" };
        SystemSettings settings = new() { Redis = store.ConnectionString, Variables = variables };
        if (kind == SandboxKinds.Docker)
        {
            await engine.StartAsync(cancellationToken);
            variables["DOCKER_HOST"] = engine.Endpoint.ToString();
            variables["Sandboxes__ReadOnlyPaths__0"] = BuiltPrograms.Runtime;
            return (["--image", DockerEngine.Image], settings);
        }

        SandboxReport report = await SandboxLaunchers.Create(new SandboxOptions { Kind = kind }, TimeProvider.System).ExamineAsync(cancellationToken);
        Assert.SkipUnless(report.IsAvailable, report.Reason);
        return ([], settings);
    }

    private static string? ChapterOf(TaskInfo task) => task.Id.Split(':', '/') is ["draft" or "review" or "chapter" or "publish", var chapter, ..] ? chapter : null;

    // What a chapter needs of others was done before any of its own was begun, unless the other itself waits for the chapter.
    private static void MustHaveWaited(TaskInfo[] own, IReadOnlyList<TaskInfo> tasks)
    {
        ILookup<string, TaskInfo> nodes = tasks.ToLookup(NodeOf);
        Dictionary<string, TaskInfo> all = tasks.ToDictionary(task => task.Id);
        string node = NodeOf(own[0]);
        DateTimeOffset began = own.Min(task => task.StartedAt!.Value);
        TaskInfo[] awaited = [.. own.SelectMany(task => task.Needs).Select(need => all[need]).Where(need => !WaitsForIt(NodeOf(need), []))];
        Assert.All(awaited, need => Assert.True(need.FinishedAt <= began, $"{need.Id} was done at {need.FinishedAt:O}, after the chapter of {own[0].Id} was begun at {began:O}."));

        bool WaitsForIt(string other, HashSet<string> seen) => other == node || (seen.Add(other) && nodes[other].SelectMany(task => task.Needs).Any(need => WaitsForIt(NodeOf(all[need]), seen)));
    }

    private static string NodeOf(TaskInfo task) => ChapterOf(task) is { } chapter ? $"chapter {chapter}" : task.Id;

    private async Task MustBePublishedAsync(string run, string chapter, string file, CancellationToken cancellationToken)
    {
        IDatabase database = store.Connection.GetDatabase();
        string? content = await database.StringGetAsync($"{{run:{run}}}:{chapter}:content").WaitAsync(cancellationToken);
        Assert.False(string.IsNullOrEmpty(content));
        Assert.Equal(content, await File.ReadAllTextAsync(file, cancellationToken));
        Assert.StartsWith($"<a id=\"sec-{chapter}\"></a>\n\n# ", content, StringComparison.Ordinal);
        Assert.True(await database.KeyExistsAsync($"{{run:{run}}}:complete:{chapter}").WaitAsync(cancellationToken));
    }
}
