using System.Net;
using System.Text;
using System.Text.Json;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Reports;
using ThesisApp.Contracts.Runs;
using ThesisApp.Contracts.Sections;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Drafts;
using ThesisApp.Core.Graph;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Planning;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Tests.Revisions;

public sealed class SectionTests(OrchestratorHost host) : ApiTest(host)
{
    private const string Section = "one/a";

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
              - { id: a, title: A, gives: [x] }
              - { id: b, title: B, needs: [x] }
        """;

    [Fact]
    public async Task Sections_are_listed_with_who_has_written_them()
    {
        RunInfo run = await FinishedAsync();

        IReadOnlyList<SectionInfo> sections = await Client.ListSectionsAsync(run.Id, Cancellation);

        Assert.Equal([("one/a", "1.1", SectionState.Written), ("one/b", "1.2", SectionState.Written)], sections.Select(section => (section.Id, section.Number, section.State)));
    }

    [Fact]
    public async Task An_edited_section_is_shown_as_the_user_wrote_it_and_the_run_goes_on()
    {
        RunInfo run = await FinishedAsync();
        RevisedText shown = await Client.GetSectionAsync(run.Id, Section, Cancellation);

        SectionInfo edited = await Client.EditSectionAsync(run.Id, Section, shown with { Text = "My *own* words.\n" }, Cancellation);

        Assert.Equal("Text of one/a.\n", shown.Text);
        Assert.Equal(SectionState.Edited, edited.State);
        Assert.Equal(new RevisedText("My *own* words.\n", edited.Revision), await Client.GetSectionAsync(run.Id, Section, Cancellation));
        Assert.Equal(RunState.Running, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
        string[] again = [.. (await Client.ListTasksAsync(run.Id, Cancellation)).Where(task => task.State != TaskState.Done).Select(task => task.Id)];
        Assert.DoesNotContain("draft:one/a", again);
        Assert.Contains("review:one/a", again);
        Assert.Contains("draft:one/b", again);
        await WorkAsync(run.Id);
        Assert.Equal(RunState.Succeeded, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
        Assert.Equal(edited.Revision, (await Client.GetSectionAsync(run.Id, Section, Cancellation)).Revision);
    }

    [Fact]
    public async Task An_edited_section_can_be_edited_again_whatever_its_review_has_made_of_it()
    {
        RunInfo run = await FinishedAsync();
        SectionInfo first = await Client.EditSectionAsync(run.Id, Section, new RevisedText("First.", "*"), Cancellation);
        await WorkAsync(run.Id);

        SectionInfo second = await Client.EditSectionAsync(run.Id, Section, new RevisedText("Second.", first.Revision), Cancellation);

        Assert.NotEqual(first.Revision, second.Revision);
        Assert.Equal("Second.\n", (await Client.GetSectionAsync(run.Id, Section, Cancellation)).Text);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task The_same_edit_again_is_answered_as_the_first_one_was()
    {
        RunInfo run = await FinishedAsync();
        RevisedText shown = await Client.GetSectionAsync(run.Id, Section, Cancellation);

        SectionInfo first = await Client.EditSectionAsync(run.Id, Section, shown with { Text = "Mine." }, Cancellation);
        SectionInfo again = await Client.EditSectionAsync(run.Id, Section, shown with { Text = "Mine." }, Cancellation);
        await WorkAsync(run.Id);

        Assert.Equal(first.Revision, again.Revision);
        Assert.Equal(RunState.Succeeded, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task Of_two_users_who_edit_the_same_revision_the_second_is_refused()
    {
        RunInfo run = await FinishedAsync();
        RevisedText shown = await Client.GetSectionAsync(run.Id, Section, Cancellation);
        await Client.EditSectionAsync(run.Id, Section, shown with { Text = "First." }, Cancellation);

        ThesisApiException refusal = await Assert.ThrowsAsync<ThesisApiException>(() => Client.EditSectionAsync(run.Id, Section, shown with { Text = "Second." }, Cancellation));

        Assert.Equal(412, refusal.StatusCode);
        Assert.Equal("First.\n", (await Client.GetSectionAsync(run.Id, Section, Cancellation)).Text);
    }

    [Fact]
    public async Task An_edit_without_a_revision_or_of_what_cannot_be_set_is_refused()
    {
        RunInfo run = await FinishedAsync();
        RevisedText shown = await Client.GetSectionAsync(run.Id, Section, Cancellation);

        using HttpResponseMessage unnamed = await Http.PutAsync(ApiRoutes.Section(run.Id, Section), new StringContent("Text."), Cancellation);
        ThesisApiException wrong = await Assert.ThrowsAsync<ThesisApiException>(() => Client.EditSectionAsync(run.Id, Section, shown with { Text = "Text.\n\n# Heading\n" }, Cancellation));

        Assert.Equal((HttpStatusCode.PreconditionRequired, 400), (unnamed.StatusCode, wrong.StatusCode));
        Assert.Equal(3, Assert.Single(wrong.Errors).Line);
        Assert.Equal(RunState.Succeeded, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task The_reports_say_who_has_written_what_and_encode_it()
    {
        RunInfo run = await FinishedAsync();
        await Client.EditSectionAsync(run.Id, "one/b", new RevisedText("Mine.", "*"), Cancellation);
        await Client.CommentSectionAsync(run.Id, "one/b", "<b>bold</b>", Cancellation);
        await WorkAsync(run.Id);

        RunReport report = JsonSerializer.Deserialize(await Client.DownloadAsync(run.Id, "report.json", Cancellation), ContractsJson.Default.RunReport)!;
        string page = Encoding.UTF8.GetString(await Client.DownloadAsync(run.Id, "report.html", Cancellation));

        Assert.Equal(["agents", "a person"], report.Provenance.Select(section => section.WrittenBy));
        Assert.Equal(("test writer", "test/1", "draft/1"), (report.Provenance[0].Drafter!.Name, report.Provenance[0].Drafter!.Version, Assert.Single(report.Provenance[0].Drafter!.Prompts)));
        Assert.Null(report.Provenance[1].Drafter);
        Assert.Equal("Text of one/a.", Assert.Single(report.Provenance[0].Paragraphs).Begins);
        Assert.Contains("drafted by test writer (test/1; prompts draft/1)", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_an_agent_writes_at_the_moment_cannot_be_edited()
    {
        RunInfo run = await FinishedAsync();
        await Client.CommentSectionAsync(run.Id, Section, "Say more.", Cancellation);
        TaskLease review = await LeaseAsync(run.Id);
        Assert.Equal("review:one/a", review.Task.Id);

        ThesisApiException refusal = await Assert.ThrowsAsync<ThesisApiException>(() => Client.EditSectionAsync(run.Id, Section, new RevisedText("Mine.", "*"), Cancellation));

        Assert.Equal(409, refusal.StatusCode);
        Assert.Contains("An agent is writing", refusal.Detail, StringComparison.Ordinal);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task A_locked_section_keeps_its_text_and_an_unlocked_one_is_written_again()
    {
        RunInfo run = await FinishedAsync();

        SectionInfo locked = await Client.LockSectionAsync(run.Id, Section, Cancellation);
        Assert.Equal((SectionState.Locked, RunState.Succeeded), (locked.State, (await Client.FindRunAsync(run.Id, Cancellation))!.State));
        Assert.Equal("Text of one/a.\n", (await Client.GetSectionAsync(run.Id, Section, Cancellation)).Text);
        SectionInfo unlocked = await Client.UnlockSectionAsync(run.Id, Section, Cancellation);

        Assert.Equal((SectionState.Written, RunState.Running), (unlocked.State, (await Client.FindRunAsync(run.Id, Cancellation))!.State));
        Assert.Equal(TaskState.Ready, (await Client.ListTasksAsync(run.Id, Cancellation)).Single(task => task.Id == "draft:one/a").State);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task Comments_are_kept_all_of_them_and_stand_in_the_report_as_open()
    {
        const string hostile = "<script>alert(1)</script>";
        RunInfo run = await FinishedAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Client.CommentSectionAsync(run.Id, Section, $"{hostile} {i}", Cancellation)));
        await WorkAsync(run.Id);

        SectionInfo section = (await Client.ListSectionsAsync(run.Id, Cancellation))[0];
        Assert.Equal([1, 2, 3, 4], section.Comments.Select(comment => comment.Id));
        Assert.Equal([.. Enumerable.Range(0, 4).Select(i => $"{hostile} {i}")], section.Comments.Select(comment => comment.Text).Order(StringComparer.Ordinal));
        byte[] report = await Client.DownloadAsync(run.Id, "report.json", Cancellation);
        Assert.DoesNotContain("<script>", Encoding.UTF8.GetString(report), StringComparison.Ordinal);
        Assert.All(JsonSerializer.Deserialize(report, ContractsJson.Default.RunReport)!.Comments, comment => Assert.True(comment is { IsOpen: true, Section: Section }));
    }

    [Theory]
    [InlineData("GET", "one/none")]
    [InlineData("PUT", "one/none")]
    [InlineData("POST", "one/none/lock")]
    [InlineData("POST", "one/none/comments")]
    [InlineData("GET", "one")]
    public async Task A_section_that_is_not_there_is_not_found(string method, string route)
    {
        RunInfo run = await FinishedAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), $"{ApiRoutes.Sections(run.Id)}/{route}") { Content = method == "GET" ? null : new StringContent("Text.") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");

        using HttpResponseMessage response = await Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<RunInfo> FinishedAsync()
    {
        RunSubmission submission = Samples.Submission(Spec, null, "notes/one.md") with { Bibliography = null };
        RunInfo run = await Client.SubmitAsync(submission, Cancellation);
        await WorkAsync(run.Id);
        return (await Client.FindRunAsync(run.Id, Cancellation))!;
    }

    private async Task<TaskLease> LeaseAsync(string runId)
    {
        while (true)
        {
            TaskLease lease = await Host.Board.LeaseAsync("test-agent", Cancellation);
            if (lease.RunId == runId)
            {
                return lease;
            }

            await Host.Board.CompleteAsync(lease, new TaskResult(), takeNext: false, Cancellation);
        }
    }

    // Plays the agents: plans, and gives each section a text.
    private async Task WorkAsync(string runId)
    {
        Outline outline = OutlineBuilder.Build(SpecReader.Read(Spec, "thesis.yaml").Spec!);
        while (await Client.FindRunAsync(runId, Cancellation) is { State: RunState.Running })
        {
            if (await Host.Board.TryLeaseAsync("test-agent", Cancellation) is not { } lease)
            {
                continue;
            }

            bool own = lease.RunId == runId;
            Dictionary<string, ReadOnlyMemory<byte>> artifacts = lease.Task.Kind switch
            {
                TaskKinds.Plan when own => new() { [ArtifactNames.Outline] = JsonSerializer.SerializeToUtf8Bytes(outline, CoreJson.Default.Outline) },
                TaskKinds.Draft when own => new() { [ArtifactNames.Drafter(lease.Task.Subject!)] = JsonSerializer.SerializeToUtf8Bytes(new Maker("test writer", "test/1", ["draft/1"]), CoreJson.Default.Maker) },
                TaskKinds.Review when own => new()
                {
                    [ArtifactNames.Review(lease.Task.Subject!)] = JsonSerializer.SerializeToUtf8Bytes(
                        new SectionReview(new SectionDraft(lease.Task.Subject!, [new Paragraph(ParagraphKind.Text, [new Sentence($"Text of {lease.Task.Subject}.", [], [])])], null), []), CoreJson.Default.SectionReview),
                },
                _ => [],
            };
            await Host.Board.CompleteAsync(lease, new TaskResult { Artifacts = artifacts, Extension = own && lease.Task.Kind == TaskKinds.Plan ? RunPlanner.Expand(outline) : [] }, takeNext: false, Cancellation);
        }
    }
}
