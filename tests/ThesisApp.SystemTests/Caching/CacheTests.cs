using System.Globalization;
using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Caching;

/// <summary>A thesis is a build: what has not changed is not made again.</summary>
public sealed class CacheTests : IAsyncLifetime
{
    private const int Chapters = 6;
    private const int SectionsOfChapter = 4;

    private static readonly string[] Roles = ["introduction", "literature", "framework", "methodology", "results", "discussion"];

    private AppHostSystem _system = null!;

    public async ValueTask InitializeAsync() => _system = await AppHostSystem.StartAsync(new SystemSettings { Cache = true }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _system.DisposeAsync();

    [Fact(Timeout = Limits.Test)]
    public async Task The_same_submission_again_makes_nothing_anew_and_gives_the_same_bytes()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string first = await FinishAsync(await _system.Runs.SubmitSampleAsync(cancellation), cancellation);
        string second = await FinishAsync(await _system.Runs.SubmitSampleAsync(cancellation), cancellation);

        Assert.Empty(await MadeAsync(second, cancellation));
        Assert.Equal(await _system.Runs.DownloadThesisAsync(first, cancellation), await _system.Runs.DownloadThesisAsync(second, cancellation));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_changed_brief_redoes_only_what_depends_on_it_and_says_why()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await FinishAsync(await SubmitAsync("What a delta is and how large it becomes.", cancellation), cancellation);
        string changed = await FinishAsync(await SubmitAsync("What a delta is and how large it can become in the end.", cancellation), cancellation);

        IReadOnlyList<TaskInfo> all = await _system.Runs.ListTasksAsync(changed, cancellation);
        IReadOnlyList<TaskInfo> made = await MadeAsync(changed, cancellation);
        Assert.True(made.Count < all.Count / 5.0, $"{made.Count} of {all.Count} tasks were done again: {string.Join(", ", made.Select(task => $"{task.Id} ({task.Why})"))}");
        Assert.Contains("section", Assert.Single(made, task => task.Id == "draft:c2/s2").Why, StringComparison.Ordinal);
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_changed_source_redoes_only_what_depends_on_it_and_says_why()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await FinishAsync(await _system.Runs.SubmitSampleAsync(cancellation), cancellation);
        Dictionary<string, ReadOnlyMemory<byte>> sources = await RunsOf.ReadSampleSourcesAsync(cancellation);
        string name = sources.Keys.Order(StringComparer.Ordinal).First();
        sources[name] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(sources[name].Span).TrimEnd() + " A last sentence was added to this note later on.\n");
        string spec = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellation);

        string changed = await FinishAsync(await _system.Runs.SubmitAsync(Encoding.UTF8.GetBytes(spec), sources, cancellation), cancellation);

        IReadOnlyList<TaskInfo> made = await MadeAsync(changed, cancellation);
        Assert.Equal("changed: source", made.Single(task => task.Id == $"ingest:{name}").Why);
        Assert.Single(made, task => task.Kind == "ingest");
        Assert.True(made.Count(task => task.Kind == "draft") < 10, string.Join(", ", made.Select(task => task.Id)));
    }

    private static string Spec(string brief)
    {
        StringBuilder yaml = new(
            """
            title: Deltas
            topic: Storage formats of distributed version control systems
            researchQuestions: [How did Git's object storage change over time?]
            words: 7200
            sources: [sources/*.md]
            bibliography: references.bib
            chapters:

            """);
        for (int c = 1; c <= Chapters; c++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"  - id: c{c}\n    title: Chapter {c} of the Matter\n    sections:\n");
            for (int s = 1; s <= SectionsOfChapter; s++)
            {
                string told = c == 2 && s == 2 ? brief : $"Part {s} of what chapter {c} has to say.";
                yaml.Append(CultureInfo.InvariantCulture, $"      - {{ id: s{s}, title: \"Matter {c} {s}\", role: {Roles[c - 1]}, brief: \"{told}\" }}\n");
            }
        }

        return yaml.ToString();
    }

    private async Task<string> SubmitAsync(string brief, CancellationToken cancellation) =>
        await _system.Runs.SubmitAsync(Encoding.UTF8.GetBytes(Spec(brief)), await RunsOf.ReadSampleSourcesAsync(cancellation), cancellation);

    private async Task<string> FinishAsync(string run, CancellationToken cancellation)
    {
        RunInfo ended = await _system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
        return run;
    }

    private async Task<IReadOnlyList<TaskInfo>> MadeAsync(string run, CancellationToken cancellation) =>
        [.. (await _system.Runs.ListTasksAsync(run, cancellation)).Where(task => !task.FromCache)];
}
