using System.Text;
using System.Text.Json;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Sources;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Tests.Documents;

/// <summary>What the report says of the abstract, and of what opens the chapters and leads from section to section.</summary>
public sealed class OpeningTests(OrchestratorHost host) : ApiTest(host)
{
    private const string Spec = """
        title: Leases
        topic: Leases in distributed systems
        researchQuestions: [Why are leases fenced?]
        words: 500
        sources: [notes/*.md]
        chapters:
          - id: one
            title: One
            sections:
              - { id: a, title: A }
              - { id: b, title: B }
              - { id: c, title: C }
        """;

    private static readonly Outline Outline = OutlineBuilder.Build(SpecReader.Read(Spec, "thesis.yaml").Spec!);
    private static readonly Maker Framer = new("framing model", "chat/1", ["frame/1"]);
    private static readonly Maker Offline = new("offline writer", "offline/1", []) { Reason = "the model <declined>" };
    private static readonly ChapterFrame Frame = new("one", [Text("The chapter opens.")], [])
    {
        Transitions = [new SectionTransition("one/b", "On to B."), new SectionTransition("one/c", "On to C.")],
        Repeated = [],
    };

    [Fact]
    public async Task What_leads_into_a_section_of_a_person_is_not_said_to_be_there()
    {
        RunInfo run = await SubmitAsync();
        await WorkAsync(run.Id, upTo: TaskKinds.Assemble);
        string[] before = await ChapterAsync(run.Id);

        // Before the thesis is put together again, and after.
        await Client.EditSectionAsync(run.Id, "one/b", new RevisedText("Mine.", "*"), Cancellation);
        string[] edited = await ChapterAsync(run.Id);
        await WorkAsync(run.Id, upTo: null, "one/b");
        string[] assembled = await ChapterAsync(run.Id);

        Assert.Equal(["The chapter opens.", "On to B.", "On to C."], before);
        Assert.Equal(["The chapter opens.", "On to C."], edited);
        Assert.Equal(edited, assembled);
        Assert.Equal(RunState.Succeeded, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task A_section_that_is_locked_once_the_thesis_is_there_keeps_what_leads_into_it()
    {
        RunInfo run = await SubmitAsync();
        await WorkAsync(run.Id, upTo: null);

        await Client.LockSectionAsync(run.Id, "one/c", Cancellation);

        Assert.Equal(["The chapter opens.", "On to B.", "On to C."], await ChapterAsync(run.Id));
    }

    [Fact]
    public async Task The_abstract_and_each_chapter_name_who_wrote_them_what_they_rest_on_and_why_it_was_not_the_model()
    {
        RunInfo run = await SubmitAsync();
        await WorkAsync(run.Id, upTo: null);

        RunReport report = await ReportAsync(run.Id);
        string page = Encoding.UTF8.GetString(await Client.DownloadAsync(run.Id, "report.html", Cancellation));

        Assert.Equal([("abstract", "", "Abstract"), ("one", "1", "One")], report.Openings.Select(opening => (opening.Section, opening.Number, opening.Title)));
        Assert.Equal(("offline writer", "the model <declined>"), (report.Openings[0].Drafter!.Name, report.Openings[0].Drafter!.Reason));
        Assert.Equal(("framing model", null), (report.Openings[1].Drafter!.Name, report.Openings[1].Drafter!.Reason));
        Assert.Equal([new ReportPassage("smith1990", "p. 3", "smith1990#a")], Assert.Single(report.Openings[0].Paragraphs).Passages);
        Assert.All(report.Openings[1].Paragraphs, paragraph => Assert.Empty(paragraph.Passages));
        Assert.Contains("<h2>How the abstract and the openings of chapters came to be</h2>", page, StringComparison.Ordinal);
        Assert.Contains("drafted by offline writer (offline/1), since the model &lt;declined&gt;", page, StringComparison.Ordinal);
        Assert.Contains("drafted by framing model (chat/1; prompts frame/1).", page, StringComparison.Ordinal);
        Assert.Contains("smith1990, p. 3 (smith1990#a)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_what_is_not_written_yet_nothing_is_said()
    {
        RunInfo run = await SubmitAsync();
        Assert.Empty((await ReportAsync(run.Id)).Openings);
        await WorkAsync(run.Id, upTo: TaskKinds.Chapter);

        RunReport report = await ReportAsync(run.Id);

        Assert.Equal(3, report.Provenance.Count);
        Assert.Empty(report.Openings);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    private static Paragraph Text(string text, params Citation[] citations) => new(ParagraphKind.Text, [new Sentence(text, citations, [])]);

    private static SectionReview Review(string section) => new(new SectionDraft(section, [Text($"Text of {section}.")], null), []);

    private Task<RunInfo> SubmitAsync() => Client.SubmitAsync(Samples.Submission(Spec, null, "notes/one.md") with { Bibliography = null }, Cancellation);

    private async Task<RunReport> ReportAsync(string runId) =>
        JsonSerializer.Deserialize(await Client.DownloadAsync(runId, "report.json", Cancellation), ContractsJson.Default.RunReport)!;

    private async Task<string[]> ChapterAsync(string runId) => [.. (await ReportAsync(runId)).Openings.Single(opening => opening.Section == "one").Paragraphs.Select(paragraph => paragraph.Begins)];

    // Plays the agents, until a task of a kind is at hand, which is given back, or to the run's end.
    private async Task WorkAsync(string runId, string? upTo, params string[] held)
    {
        while (await Client.FindRunAsync(runId, Cancellation) is { State: RunState.Running })
        {
            if (await Host.Board.TryLeaseAsync("test-agent", Cancellation) is not { } lease)
            {
                continue;
            }

            if (lease.RunId == runId && lease.Task.Kind == upTo)
            {
                await Host.Board.ReleaseAsync(lease, Cancellation);
                return;
            }

            bool own = lease.RunId == runId;
            await Host.Board.CompleteAsync(
                lease,
                new TaskResult { Artifacts = own ? Published(lease.Task, held) : [], Extension = own && lease.Task.Kind == TaskKinds.Plan ? RunPlanner.Expand(Outline) : [] },
                takeNext: false,
                Cancellation);
        }
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Published(TaskDefinition task, string[] held)
    {
        FrontMatter front = new([Text("Leases are fenced.", new Citation("smith1990", "smith1990#a", "p. 3"))], [], string.Empty);
        return task.Kind switch
        {
            TaskKinds.Plan => new() { [ArtifactNames.Outline] = JsonSerializer.SerializeToUtf8Bytes(Outline, CoreJson.Default.Outline) },
            TaskKinds.Review => new() { [ArtifactNames.Review(task.Subject!)] = JsonSerializer.SerializeToUtf8Bytes(Review(task.Subject!), CoreJson.Default.SectionReview) },
            TaskKinds.Chapter => new()
            {
                [ArtifactNames.Frame("one")] = JsonSerializer.SerializeToUtf8Bytes(Frame, CoreJson.Default.ChapterFrame),
                [ArtifactNames.Framer("one")] = JsonSerializer.SerializeToUtf8Bytes(Framer, CoreJson.Default.Maker),
            },
            TaskKinds.FrontMatter => new()
            {
                [ArtifactNames.FrontMatter] = JsonSerializer.SerializeToUtf8Bytes(front, CoreJson.Default.FrontMatter),
                [ArtifactNames.AbstractWriter] = JsonSerializer.SerializeToUtf8Bytes(Offline, CoreJson.Default.Maker),
            },

            // As the agents' own handler puts it together.
            TaskKinds.Assemble => new()
            {
                [ArtifactNames.Manuscript] = JsonSerializer.SerializeToUtf8Bytes(
                    ChapterPass.Apply(
                        new Manuscript(SpecReader.Read(Spec, "thesis.yaml").Spec!, Outline, front, [Frame], [.. Outline.Sections.Select(section => Review(section.Id))], new Bibliography([], [])),
                        new HashSet<string>(held, StringComparer.Ordinal)),
                    CoreJson.Default.Manuscript),
            },
            _ => [],
        };
    }
}
