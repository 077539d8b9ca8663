using System.Net;
using System.Text.Json;
using ThesisApp.Client;
using ThesisApp.Contracts;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Core;
using ThesisApp.Core.Outlines;
using ThesisApp.Core.Specification;

namespace ThesisApp.Orchestrator.Tests.Revisions;

public sealed class OutlineTests(OrchestratorHost host) : ApiTest(host)
{
    [Theory]
    [InlineData("approve: outline", false)]
    [InlineData("", true)]
    public async Task Run_waits_for_approval_if_the_specification_or_the_submission_asks_for_it(string line, bool asked)
    {
        RunInfo run = await AwaitingAsync($"{Samples.Spec}\n{line}", asked);

        Assert.Equal(RunState.AwaitingApproval, run.State);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task Approved_as_it_is_the_outline_stays_and_the_plan_is_handed_out()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);

        RunInfo after = await Client.ApproveOutlineAsync(run.Id, shown.Revision, Cancellation);

        Assert.Equal(RunState.Running, after.State);
        Assert.Equal(shown, await Client.GetOutlineAsync(run.Id, Cancellation));
        Assert.Equal("plan", (await Host.LeaseAsync(run.Id, "plan", Cancellation)).Task.Id);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task An_edited_outline_is_what_the_run_goes_on_with()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);
        RevisedText edited = shown with { Text = shown.Text.Replace("title: \"Introduction\"", "title: \"How It Begins\"", StringComparison.Ordinal) };
        Assert.NotEqual(shown.Text, edited.Text);

        RunInfo after = await Client.EditOutlineAsync(run.Id, edited, Cancellation);

        Assert.Equal(RunState.Running, after.State);
        Assert.Equal(edited.Text, (await Client.GetOutlineAsync(run.Id, Cancellation)).Text);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task An_edited_outline_with_mistakes_is_refused_with_all_of_them_and_the_run_waits_on()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);
        const string wrong = "chapters:\n  - id: one\n    title: One\n    sections:\n      - { id: a, title: A, sources: [notes/none.md] }\n      - { id: a, title: B }\n";

        ThesisApiException refusal = await Assert.ThrowsAsync<ThesisApiException>(() => Client.EditOutlineAsync(run.Id, shown with { Text = wrong }, Cancellation));

        Assert.Equal(400, refusal.StatusCode);
        Assert.Equal([5, 6], refusal.Errors.Select(error => error.Line));
        Assert.Equal(RunState.AwaitingApproval, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task An_outline_that_is_based_on_another_revision_or_on_none_is_refused()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);
        string other = shown.Text.Replace("Introduction", "Overture", StringComparison.Ordinal);

        ThesisApiException stale = await Assert.ThrowsAsync<ThesisApiException>(() => Client.EditOutlineAsync(run.Id, new RevisedText(other, "0123456789abcdef"), Cancellation));
        using HttpResponseMessage unnamed = await Http.PutAsync(ApiRoutes.Outline(run.Id), new StringContent(other), Cancellation);

        Assert.Equal((412, HttpStatusCode.PreconditionRequired), (stale.StatusCode, unnamed.StatusCode));
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task An_edit_that_is_sent_again_because_its_answer_was_lost_is_answered_as_the_first_time()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);
        RevisedText edited = shown with { Text = shown.Text.Replace("title: \"Introduction\"", "title: \"How It Begins\"", StringComparison.Ordinal) };
        await Client.EditOutlineAsync(run.Id, edited, Cancellation);

        RunInfo again = await Client.EditOutlineAsync(run.Id, edited, Cancellation);

        Assert.Equal(RunState.Running, again.State);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task Another_edit_after_the_approval_is_refused()
    {
        RunInfo run = await AwaitingAsync();
        RevisedText shown = await Client.GetOutlineAsync(run.Id, Cancellation);
        await Client.ApproveOutlineAsync(run.Id, shown.Revision, Cancellation);

        ThesisApiException refusal = await Assert.ThrowsAsync<ThesisApiException>(() =>
            Client.EditOutlineAsync(run.Id, new RevisedText(shown.Text.Replace("Introduction", "Overture", StringComparison.Ordinal), "0123456789abcdef"), Cancellation));

        Assert.Equal(409, refusal.StatusCode);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task An_outline_that_is_not_the_one_that_was_read_is_not_approved()
    {
        RunInfo run = await AwaitingAsync();

        ThesisApiException stale = await Assert.ThrowsAsync<ThesisApiException>(() => Client.ApproveOutlineAsync(run.Id, "0123456789abcdef", Cancellation));

        Assert.Equal(412, stale.StatusCode);
        Assert.Equal(RunState.AwaitingApproval, (await Client.FindRunAsync(run.Id, Cancellation))!.State);
        await Client.CancelAsync(run.Id, Cancellation);
    }

    [Fact]
    public async Task What_waits_for_nothing_cannot_be_approved()
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(), Cancellation);
        Assert.Equal(404, (await Assert.ThrowsAsync<ThesisApiException>(() => Client.GetOutlineAsync(run.Id, Cancellation))).StatusCode);
        Outline outline = OutlineBuilder.Build(SpecReader.Read(Samples.Spec, "thesis.yaml").Spec!);
        TaskLease plan = await Host.LeaseAsync(run.Id, "plan", Cancellation);
        await Host.Board.CompleteAsync(plan, new TaskResult { Artifacts = Stored(outline) }, takeNext: false, Cancellation);

        ThesisApiException refusal = await Assert.ThrowsAsync<ThesisApiException>(() => Client.ApproveOutlineAsync(run.Id, null, Cancellation));

        Assert.Equal(409, refusal.StatusCode);
    }

    [Fact]
    public async Task Nothing_but_the_outline_can_be_approved()
    {
        using MultipartFormDataContent form = [];
        form.Add(new ReadOnlyMemoryContent(Samples.Bytes(Samples.Spec)), ApiRoutes.SpecField, "thesis.yaml");
        form.Add(new StringContent("everything"), ApiRoutes.ApproveField);

        using HttpResponseMessage response = await Http.PostAsync(ApiRoutes.Runs, form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<RunInfo> AwaitingAsync(string spec = Samples.Spec, bool asked = true)
    {
        RunInfo run = await Client.SubmitAsync(Samples.Submission(spec) with { ApproveOutline = asked }, Cancellation);
        Outline outline = OutlineBuilder.Build(SpecReader.Read(spec, "thesis.yaml").Spec!);
        while (await Client.FindRunAsync(run.Id, Cancellation) is { State: RunState.Running })
        {
            if (await Host.Board.TryLeaseAsync("test-agent", Cancellation) is { } lease)
            {
                await Host.Board.CompleteAsync(lease, new TaskResult { Artifacts = lease.Task.Id == "outline" ? Stored(outline) : [] }, takeNext: false, Cancellation);
            }
        }

        return (await Client.FindRunAsync(run.Id, Cancellation))!;
    }

    private static Dictionary<string, ReadOnlyMemory<byte>> Stored(Outline outline) =>
        new() { [ArtifactNames.Outline] = JsonSerializer.SerializeToUtf8Bytes(outline, CoreJson.Default.Outline) };
}
