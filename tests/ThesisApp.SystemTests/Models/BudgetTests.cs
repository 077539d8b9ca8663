using System.Globalization;
using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.SystemTests.Support;
using ThesisApp.TestSupport.Models;
using ThesisApp.TestSupport.Programs;
using ThesisApp.TestSupport.Stores;

namespace ThesisApp.SystemTests.Models;

/// <summary>Runs whose budget is in money or in time; that in tokens is with the other runs with a model.</summary>
public sealed class BudgetTests(RedisServerFixture store) : IClassFixture<RedisServerFixture>
{
    [Fact(Timeout = Limits.Test)]
    public async Task A_run_that_has_used_up_its_money_pauses_and_goes_on_when_it_is_resumed()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await using AppHostSystem system = await StartAsync(model, cancellation);
        string run = await SubmitAsync(system, "cost: 0.06", cancellation);

        RunInfo paused = await system.Runs.WaitForRestAsync(run, cancellation);

        Assert.Equal(RunState.Paused, paused.State);
        Assert.Contains("of 0.06 in money", paused.Reason, StringComparison.Ordinal);
        Assert.True(paused.Tasks is { Done: > 0, Dead: 0 } tasks && tasks.Done < tasks.Total, paused.ToString());
        RunInfo ended = await ResumeToTheEndAsync(system, run, paused, cancellation);
        Assert.True(ended is { State: RunState.Succeeded, Reason: null }, ended.ToString());
    }

    [Fact(Timeout = Limits.Test)]
    public async Task A_run_that_has_used_up_its_time_pauses_and_goes_on_when_it_is_resumed()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using SimulatedModel model = await SimulatedModel.StartAsync(cancellation);
        await using AppHostSystem system = await StartAsync(model, cancellation);
        string run = await SubmitAsync(system, "minutes: 3", cancellation);

        // Nobody waits for three minutes here: the run is one that began five minutes ago.
        string created = TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        await store.Connection.GetDatabase().HashSetAsync($"{{run:{run}}}:meta", "created", created);
        RunInfo paused = await system.Runs.WaitForRestAsync(run, cancellation);

        Assert.Equal(RunState.Paused, paused.State);
        Assert.Contains("5 of 3 minutes", paused.Reason, StringComparison.Ordinal);
        Assert.Equal(0, paused.Tasks.Dead);
        RunInfo ended = await ResumeToTheEndAsync(system, run, paused, cancellation);
        Assert.True(ended is { State: RunState.Succeeded, Reason: null }, ended.ToString());
    }

    private static async Task<RunInfo> ResumeToTheEndAsync(AppHostSystem system, string run, RunInfo paused, CancellationToken cancellation)
    {
        RunInfo ended = paused;
        for (int grants = 1; !ended.IsFinal; grants++)
        {
            Assert.True(grants < 20, ended.ToString());
            await system.Runs.ResumeAsync(run, cancellation);
            ended = await system.Runs.WaitForRestAsync(run, cancellation);
        }

        return ended;
    }

    private static async Task<string> SubmitAsync(AppHostSystem system, string budget, CancellationToken cancellation)
    {
        string spec = await File.ReadAllTextAsync(Path.Combine(BuiltPrograms.Sample, "thesis.yaml"), cancellation);
        return await system.Runs.SubmitAsync(Encoding.UTF8.GetBytes($"{spec.TrimEnd()}\nbudget: {{ {budget} }}\n"), await RunsOf.ReadSampleSourcesAsync(cancellation), cancellation);
    }

    private async Task<AppHostSystem> StartAsync(SimulatedModel model, CancellationToken cancellation)
    {
        Assert.SkipWhen(store.SkipReason is not null, store.SkipReason ?? string.Empty);
        return await AppHostSystem.StartAsync(
            new SystemSettings
            {
                Agents = 2,
                Redis = store.ConnectionString,
                Variables = new Dictionary<string, string>
                {
                    ["ConnectionStrings__chat"] = model.ConnectionString,
                    ["Models__Prices__0__Model"] = "sim*",
                    ["Models__Prices__0__Input"] = "1",
                    ["Models__Prices__0__Output"] = "4",
                },
            },
            cancellation);
    }
}
