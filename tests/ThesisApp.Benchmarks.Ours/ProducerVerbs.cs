using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Blackboard;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;

namespace ThesisApp.Benchmarks.Ours;

/// <summary>What submits runs and looks at their results.</summary>
internal sealed class ProducerVerbs(ServiceProvider services)
{
    private const int SubmissionsAtATime = 16;
    private const string OnlyTask = "task";

    private readonly IRunStore _runs = services.GetRequiredService<IRunStore>();

    /// <summary>The run that <see cref="FillAsync"/> makes.</summary>
    public static string FilledRun(string run) => $"{run}-fill";

    /// <summary>One run of independent tasks.</summary>
    public async Task<string> FillAsync(int count, CancellationToken cancellationToken)
    {
        await CreateAsync(FilledRun(ContenderSettings.Run), [.. Enumerable.Range(0, count).Select(i => Define(TaskKind.Noop, $"t{i}", i, 1))], cancellationToken);
        return Number(count);
    }

    /// <summary>One run of a task that the real agent knows: a source to be read.</summary>
    public async Task<string> SubmitSourceAsync(CancellationToken cancellationToken)
    {
        const string File = "source.md";
        byte[] text = Encoding.UTF8.GetBytes("# A source\n\n" + string.Concat(Enumerable.Repeat("A sentence that is there to be read and put into a passage. ", 100)));
        NewRun run = new()
        {
            Id = FilledRun(ContenderSettings.Run),
            Title = "Benchmark",
            Tasks = [new TaskDefinition { Id = "ingest", Kind = TaskKinds.Ingest, Title = "Read a source", Subject = File }],
            Inputs = new Dictionary<string, ReadOnlyMemory<byte>> { [RunInputs.Source(File)] = text },
        };
        await _runs.CreateAsync(run, cancellationToken);
        return run.Id;
    }

    /// <summary>Runs of a graph each: 20 sections, a join, 10 sections, a join; several submissions are under way at once.</summary>
    public async Task<string> SubmitGraphsAsync(int count, CancellationToken cancellationToken)
    {
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = SubmissionsAtATime, CancellationToken = cancellationToken },
            async (i, token) => await CreateAsync($"{ContenderSettings.Run}-g{Number(i)}", Graph(), token));
        return Number(count);
    }

    /// <summary>A run of one task that takes a while.</summary>
    public async Task<string> SubmitSleepAsync(double seconds, CancellationToken cancellationToken)
    {
        string run = $"{ContenderSettings.Run}-one";
        await CreateAsync(run, [Define(TaskKind.Sleep, OnlyTask, (int)(seconds * 1_000), 1)], cancellationToken);
        return run;
    }

    /// <summary>How such a run stands, and which process's result stands.</summary>
    public async Task<string> DescribeAsync(string run, CancellationToken cancellationToken)
    {
        RunInfo? info = await _runs.FindAsync(run, cancellationToken);
        ReadOnlyMemory<byte>? artifact = await services.GetRequiredService<IBlackboard>().ReadAsync(run, OnlyTask, cancellationToken);
        return $"{info?.State.ToString() ?? "none"} {(artifact is { } bytes ? Encoding.UTF8.GetString(bytes.Span) : "none")}";
    }

    /// <summary>Number of this trial's runs that have succeeded.</summary>
    public async Task<string> CountSucceededAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<RunInfo> all = await _runs.ListAsync(cancellationToken);
        return Number(all.Count(run => run.Id.StartsWith(ContenderSettings.Run + "-", StringComparison.Ordinal) && run.State == RunState.Succeeded));
    }

    /// <summary>Deletes this trial's runs, where the server is not thrown away.</summary>
    public async Task<string> CleanAsync(CancellationToken cancellationToken)
    {
        RunInfo[] ours = [.. (await _runs.ListAsync(cancellationToken)).Where(run => run.Id.StartsWith(ContenderSettings.Run + "-", StringComparison.Ordinal))];
        foreach (RunInfo run in ours)
        {
            await _runs.DeleteAsync(run.Id, cancellationToken);
        }

        return Number(ours.Length);
    }

    /// <summary>A task.</summary>
    public static TaskDefinition Define(string kind, string id, int subject, double priority, params string[] needs) =>
        new() { Id = id, Kind = kind, Title = id, Subject = Number(subject), Priority = priority, Needs = needs };

    private Task<bool> CreateAsync(string run, IReadOnlyList<TaskDefinition> tasks, CancellationToken cancellationToken) =>
        _runs.CreateAsync(new NewRun { Id = run, Title = "Benchmark", Tasks = tasks }, cancellationToken);

    private static List<TaskDefinition> Graph()
    {
        string[] first = [.. Enumerable.Range(0, 20).Select(i => $"a{i}")];
        string[] second = [.. Enumerable.Range(0, 10).Select(i => $"b{i}")];
        return
        [
            .. first.Select((id, i) => Define(TaskKind.Section, id, i, 4)),
            Define(TaskKind.Join, "j1", 1, 3, first),
            .. second.Select((id, i) => Define(TaskKind.Section, id, i, 2, "j1")),
            Define(TaskKind.Last, "j2", 2, 1, second),
        ];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
