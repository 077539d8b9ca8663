using System.Text;
using System.Text.Json;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.SystemTests.Revisions;

/// <summary>A person in the loop of the whole system, with real processes: the outline is edited, then a section of the finished thesis.</summary>
public sealed class PersonInTheLoopTests
{
    private const string Own =
        "Deltas were *my* idea of a <b>good</b> example, \"so called\" — and they stay so.\nThis line was broken here on purpose.\n\n"
        + "A claim of nobody [@nobody1999, p. 3].";

    [Fact(Timeout = Limits.Test)]
    public async Task An_edited_outline_and_an_edited_section_come_through_crashes_and_only_what_depends_on_them_is_done_again()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using AppHostSystem system = await AppHostSystem.StartAsync(new SystemSettings { Cache = true, Agents = 3 }, cancellation);
        string spec = $"{(await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellation)).TrimEnd()}\napprove: outline\n";
        string run = await system.Runs.SubmitAsync(Encoding.UTF8.GetBytes(spec), await RunsOf.ReadSampleSourcesAsync(cancellation), cancellation);
        RunInfo waiting = await system.Runs.WaitForRestAsync(run, cancellation);
        Assert.Equal((RunState.AwaitingApproval, 0, 0), (waiting.State, waiting.Tasks.Leased, waiting.Tasks.Ready));

        // Everything dies while it waits.
        await system.Host.SignalAsync(ProgramSignal.Kill, cancellation);
        await system.WaitUntilGoneAsync(cancellation);
        await system.StartAgainAsync(cancellation);
        RevisedText outline = await system.Client.GetOutlineAsync(run, cancellation);
        Assert.Equal(RunState.AwaitingApproval, (await system.Runs.WaitForRestAsync(run, cancellation)).State);
        string title = outline.Text.Split('\n').First(line => line.StartsWith("        title: ", StringComparison.Ordinal));
        await system.Client.EditOutlineAsync(run, outline with { Text = outline.Text.Replace(title, "        title: \"A Heading of My Own\"", StringComparison.Ordinal) }, cancellation);
        await FinishAsync(system, run, cancellation);
        string before = Encoding.UTF8.GetString(await system.Runs.DownloadThesisAsync(run, cancellation));
        Assert.Contains("1.1 A Heading of My Own", before, StringComparison.Ordinal);

        // A section of the finished thesis, one that others build on.
        IReadOnlyList<TaskInfo> graph = await system.Runs.ListTasksAsync(run, cancellation);
        SectionInfo section = (await system.Client.ListSectionsAsync(run, cancellation)).First(candidate => graph.Any(task => task.Kind == "draft" && task.Needs.Contains($"review:{candidate.Id}")));
        RevisedText shown = await system.Client.GetSectionAsync(run, section.Id, cancellation);
        await system.Client.EditSectionAsync(run, section.Id, shown with { Text = Own }, cancellation);
        foreach (HostViewResource agent in system.View.Resources.Where(resource => resource.Name.StartsWith("agent", StringComparison.Ordinal)))
        {
            await ProcessTable.SignalAsync(agent.Pid!.Value, ProgramSignal.Kill, cancellation);
        }

        await FinishAsync(system, run, cancellation);
        IReadOnlyDictionary<string, byte[]> documents = await system.Runs.DownloadAllAsync(run, cancellation);
        string after = Encoding.UTF8.GetString(documents["thesis.md"]);
        RunReport report = JsonSerializer.Deserialize(documents["report.json"], ContractsJson.Default.RunReport)!;

        // The text stands byte for byte, but for what would be HTML and for what leads nowhere, which is marked.
        Assert.Contains(Own.Split("\n\n")[0].Replace("<b>", "\\<b>", StringComparison.Ordinal).Replace("</b>", "\\</b>", StringComparison.Ordinal), after, StringComparison.Ordinal);
        Assert.Contains("A claim of nobody **\\[unresolved: nobody1999\\]**.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", Encoding.UTF8.GetString(documents["thesis.html"]), StringComparison.Ordinal);
        Assert.Contains(report.Citations.Unresolved, citation => citation.StartsWith("nobody1999", StringComparison.Ordinal));

        // Done again is what depends on the section, by the graph; of that, made anew what has other inputs now. Everything else is as it was.
        HashSet<string> dependents = Dependents(graph, $"review:{section.Id}");
        Dictionary<string, TaskInfo> old = graph.ToDictionary(task => task.Id, StringComparer.Ordinal);
        IReadOnlyList<TaskInfo> now = await system.Runs.ListTasksAsync(run, cancellation);
        Assert.True(dependents.Count < graph.Count / 2);
        Assert.All(now, task => Assert.Equal(dependents.Contains(task.Id), task.FinishedAt != old[task.Id].FinishedAt));
        Assert.Contains(now, task => dependents.Contains(task.Id) && task is { Kind: "draft", FromCache: false });
        string untouched = now.First(task => task.Kind == "draft" && !dependents.Contains(task.Id)).Id;
        Assert.Equal(old[untouched].StartedAt, now.Single(task => task.Id == untouched).StartedAt);

        // A comment that the offline writer cannot follow stays open, and changes no byte.
        string commented = (await system.Client.ListSectionsAsync(run, cancellation)).First(candidate => candidate.State == SectionState.Written).Id;
        await system.Client.CommentSectionAsync(run, commented, "Say more.", cancellation);
        await FinishAsync(system, run, cancellation);
        documents = await system.Runs.DownloadAllAsync(run, cancellation);
        SectionCommentInfo comment = Assert.Single(JsonSerializer.Deserialize(documents["report.json"], ContractsJson.Default.RunReport)!.Comments);
        Assert.True(comment.IsOpen);
        Assert.Contains("cannot follow comments", comment.Note, StringComparison.Ordinal);
        Assert.Equal(after, Encoding.UTF8.GetString(documents["thesis.md"]));

        // Given back to the agents, it is what it was.
        await system.Client.UnlockSectionAsync(run, section.Id, cancellation);
        await FinishAsync(system, run, cancellation);
        Assert.Equal(before, Encoding.UTF8.GetString(await system.Runs.DownloadThesisAsync(run, cancellation)));
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_comment_is_told_to_the_model_and_the_section_is_written_anew_with_it()
    {
        const string Words = "Say more about what was gained.";
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        SystemSettings settings = new() { Cache = true, Agents = 3, Variables = new Dictionary<string, string> { ["ConnectionStrings__chat"] = model.ConnectionString } };
        await using AppHostSystem system = await AppHostSystem.StartAsync(settings, cancellation);
        string run = await system.Runs.SubmitSampleAsync(cancellation);
        await FinishAsync(system, run, cancellation);
        IReadOnlyList<TaskInfo> graph = await system.Runs.ListTasksAsync(run, cancellation);
        string section = (await system.Client.ListSectionsAsync(run, cancellation)).First(candidate => candidate.Id.StartsWith("findings/", StringComparison.Ordinal) || candidate.Number == "2.1").Id;
        long before = (await model.ReadAccountAsync(cancellation)).Billed;

        await system.Client.CommentSectionAsync(run, section, Words, cancellation);
        await FinishAsync(system, run, cancellation);

        RunReport report = JsonSerializer.Deserialize((await system.Runs.DownloadAllAsync(run, cancellation))["report.json"], ContractsJson.Default.RunReport)!;
        SectionCommentInfo comment = Assert.Single(report.Comments);
        Assert.True(comment is { IsOpen: false, Text: Words }, comment.ToString());
        Assert.True((await model.ReadAccountAsync(cancellation)).Billed > before);
        HashSet<string> dependents = Dependents(graph, $"review:{section}");
        Dictionary<string, TaskInfo> old = graph.ToDictionary(task => task.Id, StringComparer.Ordinal);
        Assert.All(await system.Runs.ListTasksAsync(run, cancellation), task => Assert.Equal(dependents.Contains(task.Id), task.FinishedAt != old[task.Id].FinishedAt));
        Assert.All(report.Provenance, made => Assert.Equal("sim", made.Drafter!.Name));
        Assert.All(report.Provenance, made => Assert.Contains(made.Reviewer!.Prompts, prompt => prompt.StartsWith("review/1-", StringComparison.Ordinal)));
        Assert.Contains(report.Provenance.Single(made => made.Section == section).Reviser!.Prompts, prompt => prompt.StartsWith("revise/3-", StringComparison.Ordinal));
        Assert.Equal("abstract", report.Openings[0].Section);
        Assert.Contains(report.Openings[0].Drafter!.Prompts, prompt => prompt.StartsWith("abstract/", StringComparison.Ordinal));
        Assert.Equal(6, report.Openings.Count - 1);
        Assert.All(report.Openings.Skip(1), opening => Assert.Contains(opening.Drafter!.Prompts, prompt => prompt.StartsWith("frame/2-", StringComparison.Ordinal)));
    }

    private static async Task FinishAsync(AppHostSystem system, string run, CancellationToken cancellation)
    {
        RunInfo ended = await system.Runs.WaitForEndAsync(run, cancellation);
        Assert.True(ended.State == RunState.Succeeded, ended.ToString());
    }

    private static HashSet<string> Dependents(IReadOnlyList<TaskInfo> graph, string from)
    {
        HashSet<string> reached = [from];
        for (int known = 0; known < reached.Count;)
        {
            known = reached.Count;
            reached.UnionWith([.. graph.Where(task => task.Needs.Any(reached.Contains)).Select(task => task.Id)]);
        }

        return reached;
    }
}
