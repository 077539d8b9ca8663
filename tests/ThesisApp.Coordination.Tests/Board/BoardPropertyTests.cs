using System.Text;
using CsCheck;
using StackExchange.Redis;
using ThesisApp.Contracts.Runs;
using ThesisApp.Coordination.Board;
using ThesisApp.Coordination.Runs;
using ThesisApp.Core.Graph;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>Random graphs and random interleavings, step by step beside the model.</summary>
public abstract class BoardPropertyTests(StoreFixture store) : StoreTest(store)
{
    private const int Cases = 60;

    // Each step is an operation and a choice among what it can be done to.
    private static readonly Gen<(int Operation, int Choice)[]> Steps = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 1_000]).Array[1, 60];

    private static readonly Gen<TaskDefinition[]> Graphs =
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, int.MaxValue], Gen.Int[1, 3]).Select((size, seed, attempts) => MakeGraph("t", size, seed, attempts, []));

    [Fact]
    public async Task The_board_does_what_the_model_says()
    {
        await using CoordinationHost host = new(Store);
        int runs = 0;

        await Gen.Select(Graphs, Steps).SampleAsync(
            async (graph, steps) => await PlayAsync(host, $"p{Interlocked.Increment(ref runs)}", graph, steps),
            iter: Cases,
            threads: 1);
    }

    private static TaskDefinition[] MakeGraph(string prefix, int size, int seed, int attempts, string[] known)
    {
        // The seed decides all, so a failing case can be replayed from its printed sample.
        Random random = new(seed);
        List<TaskDefinition> tasks = [];
        for (int i = 0; i < size; i++)
        {
            string[] candidates = [.. known, .. tasks.Select(task => task.Id)];
            tasks.Add(new TaskDefinition
            {
                Id = $"{prefix}{i}",
                Kind = "test",
                Title = "A task",
                Needs = [.. candidates.Where(_ => random.Next(3) == 0)],
                Priority = random.Next(4),
                MaxAttempts = attempts,
            });
        }

        return [.. tasks];
    }

    private async Task<bool> PlayAsync(CoordinationHost host, string runId, TaskDefinition[] graph, (int Operation, int Choice)[] steps)
    {
        await host.Runs.CreateAsync(new NewRun { Id = runId, Title = "A run", Tasks = graph }, Cancellation);
        BoardModel model = new();
        BoardInvariants invariants = new();
        model.Add(graph);
        List<TaskLease> leases = [];
        for (int i = 0; i < steps.Length; i++)
        {
            await StepAsync(host, runId, model, leases, steps[i], i);
            await CompareAsync(host, runId, model, invariants);
        }

        await BoardInvariants.CheckLeasesAsync(host, model, leases, Cancellation);
        await FinishAsync(host, runId, model, leases);
        await CompareAsync(host, runId, model, invariants);
        await BoardInvariants.CheckArtifactsAsync(host, runId, model, Cancellation);

        await host.Runs.DeleteAsync(runId, Cancellation);
        return true;
    }

    // Nothing is lost: wherever the steps have left the run, it can be brought to its end.
    private static async Task FinishAsync(CoordinationHost host, string runId, BoardModel model, List<TaskLease> leases)
    {
        model.Resume();
        await host.Runs.ResumeAsync(runId, Cancellation);
        foreach (string id in model.Tasks.Keys.Order(StringComparer.Ordinal))
        {
            model.Revive(id);
            await host.Runs.RetryTaskAsync(runId, id, Cancellation);
        }

        int known;
        do
        {
            known = leases.Count;
            foreach (TaskLease lease in leases.Where(model.Holds).ToArray())
            {
                await CompleteAsync(host, model, lease, []);
            }

            await LeaseAsync(host, model, leases, "finisher");
        }
        while (leases.Count > known);

        Assert.True(model.State is RunState.Succeeded or RunState.Cancelled, $"The run stands still and is {model.State}.");
    }

    private async Task StepAsync(CoordinationHost host, string runId, BoardModel model, List<TaskLease> leases, (int Operation, int Choice) step, int number)
    {
        TaskLease? chosen = leases.Count == 0 ? null : leases[step.Choice % leases.Count];
        string[] ids = [.. model.Tasks.Keys.Order(StringComparer.Ordinal)];
        switch (step.Operation)
        {
            case < 40:
                await LeaseAsync(host, model, leases, $"agent-{step.Choice % 3}");
                break;
            case < 60 when chosen is not null:
                await CompleteAsync(host, model, chosen, step.Choice % 5 == 0 ? MakeGraph($"x{number}-", 2, step.Choice, 2, ids) : []);
                break;
            case < 66 when chosen is not null:
                HeartbeatResult renewed = model.Heartbeat(chosen);
                Assert.Equal(renewed, await host.Board.HeartbeatAsync(chosen, 0.5, "at it", Cancellation));
                break;
            case < 75 when chosen is not null:
                bool permanent = step.Choice % 4 == 0;
                FailResult failed = model.Fail(chosen, permanent);
                Assert.Equal(failed, await host.Board.FailAsync(chosen, new TaskFailure(permanent, "no", TimeSpan.Zero), Cancellation));
                break;
            case < 82 when chosen is not null:
                bool released = model.Release(chosen);
                Assert.Equal(released, await host.Board.ReleaseAsync(chosen, Cancellation));
                break;
            case < 92 when chosen is not null && model.Holds(chosen) && model.State != RunState.Cancelled && chosen.Attempt < 4:
                // The deadline is put into the past, as if the agent had stalled for long.
                model.Tasks[chosen.Task.Id].IsExpired = true;
                await Store.Connection.GetDatabase().SortedSetAddAsync($"{{run:{runId}}}:leases", chosen.Task.Id, 1, When.Always);
                break;
            case < 94:
                model.Sweep();
                await host.Upkeep.SweepAsync(Cancellation);
                break;
            case < 96:
                // Not both equally often: a paused run lets little happen.
                await SteerAsync(host, runId, model, pause: step.Choice % 3 == 0);
                break;
            case < 98:
                string id = ids[step.Choice % ids.Length];
                model.Revive(id);
                await host.Runs.RetryTaskAsync(runId, id, Cancellation);
                break;
            case 99 when step.Choice % 2 == 0:
                model.Cancel();
                await host.Runs.CancelAsync(runId, null, Cancellation);
                break;
            default:
                break;
        }
    }

    private static async Task SteerAsync(CoordinationHost host, string runId, BoardModel model, bool pause)
    {
        if (pause)
        {
            model.Pause();
            await host.Runs.PauseAsync(runId, Cancellation);
        }
        else
        {
            model.Resume();
            await host.Runs.ResumeAsync(runId, Cancellation);
        }
    }

    private static async Task CompleteAsync(CoordinationHost host, BoardModel model, TaskLease lease, TaskDefinition[] extension)
    {
        // The artifact names the lease, so that it can be told whose result was taken.
        TaskResult result = new() { Extension = extension, Artifacts = new Dictionary<string, ReadOnlyMemory<byte>> { [lease.Task.Id] = Encoding.UTF8.GetBytes(lease.Token) } };
        CompleteOutcome expected = model.Complete(lease, model.Holds(lease) ? extension : []);
        Assert.Equal(expected, (await host.Board.CompleteAsync(lease, result, takeNext: false, Cancellation)).Outcome);
    }

    private static async Task LeaseAsync(CoordinationHost host, BoardModel model, List<TaskLease> leases, string agent)
    {
        ModelTask? expected = model.Lease();
        TaskLease? lease = await host.Board.TryLeaseAsync(agent, Cancellation);

        Assert.Equal(expected?.Definition.Id, lease?.Task.Id);
        if (expected is not null && lease is not null)
        {
            Assert.All(leases, earlier => Assert.True(decimal.Parse(earlier.Token, null) < decimal.Parse(lease.Token, null)));
            BoardModel.Leased(expected, lease.Token);
            leases.Add(lease);
        }
    }

    private static async Task CompareAsync(CoordinationHost host, string runId, BoardModel model, BoardInvariants invariants)
    {
        RunInfo run = (await host.Runs.FindAsync(runId, Cancellation))!;
        IReadOnlyList<TaskInfo> tasks = await host.Runs.ListTasksAsync(runId, Cancellation);

        Assert.Equal(model.State, run.State);
        Assert.Equal(model.Tasks.Count, tasks.Count);
        invariants.Check(run, tasks);
        foreach (TaskInfo task in tasks)
        {
            TaskState expected = model.Tasks[task.Id].State;
            expected = model.State == RunState.Cancelled && expected is not (TaskState.Done or TaskState.Dead) ? TaskState.Cancelled : expected;
            Assert.True(expected == task.State, $"{task.Id} is {task.State} and should be {expected}.");
        }
    }
}
