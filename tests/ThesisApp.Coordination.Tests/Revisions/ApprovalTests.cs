using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Revisions;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;
using static ThesisApp.Coordination.Tests.CoordinationHost;

namespace ThesisApp.Coordination.Tests.Revisions;

/// <summary>A run that waits for the user's word on its outline; the same for every store.</summary>
public abstract class ApprovalTests(StoreFixture store) : StoreTest(store)
{
    private static readonly byte[] Planned = "planned"u8.ToArray();
    private static readonly byte[] Edited = "edited"u8.ToArray();

    [Fact]
    public async Task A_planned_run_waits_in_a_state_of_its_own_and_hands_out_nothing()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        RunInfo info = (await host.Runs.FindAsync(run, Cancellation))!;

        Assert.Equal((RunState.AwaitingApproval, false, true), (info.State, info.IsFinal, info.IsAtRest));
        Assert.Equal(new TaskCounts(3, 1, 0, 0, 0, 2, 0), info.Tasks);
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));
        Assert.Equal(RunEventTypes.RunAwaitingApproval, (await host.Events.ReadAsync(run, 0, 100, Cancellation))[^1].Type);
    }

    [Fact]
    public async Task Who_looks_on_leaves_it_waiting()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        await host.Upkeep.SweepAsync(Cancellation);
        Assert.Equal(RunActionResult.Conflict, await host.Runs.ResumeAsync(run, Cancellation));
        Assert.Equal(RunActionResult.Conflict, await host.Runs.PauseAsync(run, Cancellation));
        await host.Upkeep.SweepAsync(Cancellation);

        Assert.Equal(RunState.AwaitingApproval, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task An_approved_run_goes_on_for_agents_that_had_forgotten_it()
    {
        await using CoordinationHost host = new(Store);
        await using CoordinationHost other = new(Store);
        string run = await PlannedAsync(host);
        await host.Upkeep.SweepAsync(Cancellation);
        Assert.Null(await host.Board.TryLeaseAsync("agent", Cancellation));

        Assert.Equal(RevisionResult.Applied, await other.Revisions.ApproveOutlineAsync(run, Planned, Planned, Cancellation));

        TaskLease plan = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        Assert.Equal("plan", plan.Task.Id);
        await host.Board.CompleteAsync(plan, new TaskResult { Extension = [Task("x", "plan")] }, takeNext: false, Cancellation);
        TaskLease x = (await host.Board.TryLeaseAsync("agent", Cancellation))!;
        await host.Board.CompleteAsync(x, new TaskResult(), takeNext: false, Cancellation);
        Assert.Equal(RunState.Succeeded, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task An_edited_outline_takes_the_place_of_the_planned_one()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        await host.Revisions.ApproveOutlineAsync(run, Planned, Edited, Cancellation);

        Assert.Equal(Edited, (await host.Blackboard.ReadAsync(run, ArtifactNames.Outline, Cancellation))!.Value.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_on_record_whether_the_outline_is_the_one_that_was_made(bool edits)
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        Assert.Equal(RevisionResult.Applied, await host.Revisions.ApproveOutlineAsync(run, Planned, edits ? Edited : Planned, Cancellation));

        Assert.Equal(edits, await host.Blackboard.ReadAsync(run, ArtifactNames.OutlineEdited, Cancellation) is not null);
    }

    [Fact]
    public async Task Of_two_users_who_edit_one_is_taken_and_the_other_is_told()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);
        byte[][] edits = [.. Enumerable.Range(0, 8).Select(i => Encoding.UTF8.GetBytes($"edit {i}"))];

        RevisionResult[] results = await System.Threading.Tasks.Task.WhenAll(edits.Select(edit => host.Revisions.ApproveOutlineAsync(run, Planned, edit, Cancellation)));

        int taken = Array.IndexOf(results, RevisionResult.Applied);
        Assert.Single(results, result => result == RevisionResult.Applied);
        Assert.Equal(7, results.Count(result => result == RevisionResult.Conflict));
        Assert.Equal(edits[taken], (await host.Blackboard.ReadAsync(run, ArtifactNames.Outline, Cancellation))!.Value.ToArray());
    }

    [Fact]
    public async Task An_outline_that_was_not_shown_cannot_be_approved_and_a_repeated_approval_changes_nothing()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        Assert.Equal(RevisionResult.Stale, await host.Revisions.ApproveOutlineAsync(run, "other"u8.ToArray(), Edited, Cancellation));
        Assert.Equal(RevisionResult.Applied, await host.Revisions.ApproveOutlineAsync(run, Planned, Edited, Cancellation));
        Assert.Equal(RevisionResult.Unchanged, await host.Revisions.ApproveOutlineAsync(run, Planned, Edited, Cancellation));
        Assert.Equal(RevisionResult.Conflict, await host.Revisions.ApproveOutlineAsync(run, Edited, Planned, Cancellation));
        Assert.Equal(RevisionResult.NotFound, await host.Revisions.ApproveOutlineAsync("none", Planned, Planned, Cancellation));
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("dependents")]
    [InlineData("ready")]
    public async Task An_approval_survives_the_loss_of_an_index(string index)
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        await Store.Connection.GetDatabase().KeyDeleteAsync($"{{run:{run}}}:{index}");
        await host.Revisions.ApproveOutlineAsync(run, Planned, Planned, Cancellation);

        Assert.Equal("plan", (await host.Board.TryLeaseAsync("agent", Cancellation))?.Task.Id);
    }

    [Fact]
    public async Task A_run_with_a_dead_letter_before_the_plan_fails_and_waits_only_when_that_is_mended()
    {
        await using CoordinationHost host = new(Store);
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("plan", "a", TaskGates.Approval));
        await host.Board.FailAsync((await host.Board.TryLeaseAsync("agent", Cancellation))!, new TaskFailure(IsPermanent: true, "Broken."), Cancellation);
        Assert.Equal(RunState.Failed, (await host.Runs.FindAsync(run, Cancellation))!.State);

        await host.Runs.RetryTaskAsync(run, "a", Cancellation);
        await host.Board.CompleteAsync((await host.Board.TryLeaseAsync("agent", Cancellation))!, new TaskResult(), takeNext: false, Cancellation);

        Assert.Equal(RunState.AwaitingApproval, (await host.Runs.FindAsync(run, Cancellation))!.State);
    }

    [Fact]
    public async Task A_waiting_run_can_be_cancelled()
    {
        await using CoordinationHost host = new(Store);
        string run = await PlannedAsync(host);

        Assert.Equal(RunActionResult.Applied, await host.Runs.CancelAsync(run, null, Cancellation));

        Assert.Equal(RevisionResult.Conflict, await host.Revisions.ApproveOutlineAsync(run, Planned, Planned, Cancellation));
    }

    private static async Task<string> PlannedAsync(CoordinationHost host)
    {
        string run = await host.CreateRunAsync(Cancellation, Task("a"), Task("outline"), Task("plan", "a", "outline", TaskGates.Approval));
        while (await host.Board.TryLeaseAsync("agent", Cancellation) is { } lease)
        {
            Dictionary<string, ReadOnlyMemory<byte>> artifacts = lease.Task.Id == "outline" ? new() { [ArtifactNames.Outline] = Planned } : [];
            await host.Board.CompleteAsync(lease, new TaskResult { Artifacts = artifacts }, takeNext: false, Cancellation);
        }

        return run;
    }
}
