using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ThesisApp.Chaos.Faults;
using ThesisApp.Chaos.Runs;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos;

/// <summary>Starts the system, disturbs it by a plan while it works, and holds it to its promises.</summary>
internal sealed class ChaosTest(ChaosOptions options, TextWriter output)
{
    private const int Lanes = 4;

    // After the last fault everything must be at its end soon: what is not, is stuck.
    private static readonly TimeSpan HealedLimit = TimeSpan.FromSeconds(180);
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(10);

    /// <summary>Runs the test.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        string folder = options.Keep ?? Directory.CreateTempSubdirectory("thesis-chaos-").FullName;
        Directory.CreateDirectory(folder);
        IReadOnlyList<Fault> plan = FaultPlan.Make(options.Seed, options.Duration);
        PrintPlan(plan);
        await using StreamWriter steps = new(Path.Combine(folder, "steps.log"));
        ChaosTopology topology = await ChaosTopology.StartAsync(folder, cancellationToken);
        FaultInjector injector = new(topology, options.Seed, steps);
        string? broken = null;
        try
        {
            (RunFeeder Feeder, TimeSpan Took, TimeSpan Checking) kept;
            try
            {
                kept = await DisturbAsync(topology, injector, plan, cancellationToken);
            }
            finally
            {
                await topology.DisposeAsync();
            }

            if (topology.Processes is { Count: > 0 } left)
            {
                throw new PromiseBrokenException($"Processes are left:\n{string.Join('\n', left)}");
            }

            PrintTable(injector, kept.Feeder, topology, kept.Took, kept.Checking);
        }
        catch (PromiseBrokenException exception)
        {
            broken = exception.Message;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            broken = "The test was interrupted.";
        }

        if (broken is null && options.Keep is null)
        {
            await steps.DisposeAsync();
            Directory.Delete(folder, recursive: true);
            return 0;
        }

        output.WriteLine(broken is null ? "All promises were kept." : $"BROKEN: {broken}");
        if (broken is not null)
        {
            output.WriteLine($"Last fault: {injector.Last?.ToString() ?? "none"}");
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Again: --minutes {options.Duration.TotalMinutes} --seed {options.Seed}"));
        }

        output.WriteLine($"Steps as they were done, logs of all processes and the Redis data: {folder}");
        return broken is null ? 0 : 1;
    }

    private async Task<(RunFeeder Feeder, TimeSpan Took, TimeSpan Checking)> DisturbAsync(ChaosTopology topology, FaultInjector injector, IReadOnlyList<Fault> plan, CancellationToken cancellationToken)
    {
        using CancellationTokenSource all = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using CancellationTokenSource enough = new();
        using PatientClient client = new(topology.Urls);
        IReadOnlyList<Thesis> theses = await Thesis.ReadAsync(cancellationToken);
        await MakeUndisturbedAsync(client, theses, cancellationToken);

        RunFeeder feeder = new(client, theses, topology.Redis);
        long start = Stopwatch.GetTimestamp();
        Task[] lanes = [.. Enumerable.Range(1, Lanes).Select(lane => feeder.RunLaneAsync(lane, enough.Token, all.Token))];
        Task faults = injector.RunAsync(plan, all.Token);
        try
        {
            while (!faults.IsCompleted)
            {
                // The first broken promise ends the test.
                if (await Task.WhenAny([faults, Task.Delay(Breath, all.Token), .. lanes]) is { IsFaulted: true } failed)
                {
                    await failed;
                }

                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Stopwatch.GetElapsedTime(start).TotalSeconds,6:F0} s: {injector.Done.Values.Sum()} faults, {feeder.Finished} runs finished, {feeder.Lost} lost and submitted again"));
            }

            await faults;
            await enough.CancelAsync();
            await FinishAsync(Task.WhenAll(lanes), feeder);
            long healed = Stopwatch.GetTimestamp();

            // A power cut may have set a run back that had been checked before it.
            await FinishAsync(Task.WhenAll(feeder.Runs.Select(run => feeder.FinishAsync(run, all.Token))), feeder);
            await Promises.CheckKeysOfLivingRunsAsync(topology.Redis.Database);
            await CleanUpAsync(client, topology, cancellationToken);
            return (feeder, Stopwatch.GetElapsedTime(start), Stopwatch.GetElapsedTime(healed));
        }
        finally
        {
            await all.CancelAsync();
            await Task.WhenAll([faults, .. lanes]).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task MakeUndisturbedAsync(PatientClient client, IReadOnlyList<Thesis> theses, CancellationToken cancellationToken)
    {
        foreach (Thesis thesis in theses)
        {
            string id = (await client.AskAsync((api, token) => api.SubmitAsync(thesis.Submission($"undisturbed-{thesis.Name}"), token), cancellationToken)).Id;
            await Eventually.GetAsync<object>(
                async token => await client.AskAsync((api, inner) => api.FindRunAsync(id, inner), token) is { IsFinal: true } run ? run : null,
                () => $"the undisturbed run of '{thesis.Name}'",
                cancellationToken);
            thesis.Take(await Promises.DownloadAsync(client, id, cancellationToken));
            await client.AskAsync(
                async (api, token) =>
                {
                    await api.DeleteRunAsync(id, token);
                    return id;
                },
                cancellationToken);
            output.WriteLine($"Undisturbed '{thesis.Name}': {thesis.DocumentCount} documents.");
        }
    }

    private static async Task FinishAsync(Task work, RunFeeder feeder)
    {
        try
        {
            await work.WaitAsync(HealedLimit);
        }
        catch (TimeoutException)
        {
            throw new PromiseBrokenException(
                $"Everything is healed for {HealedLimit.TotalSeconds:F0} s, and {feeder.Runs.Count - feeder.Finished} runs are not at their end: {string.Join(", ", feeder.Runs.Select(run => run.Id))}");
        }
    }

    private static async Task CleanUpAsync(PatientClient client, ChaosTopology topology, CancellationToken cancellationToken)
    {
        // Undisturbed runs that a power cut brought back are there, too.
        foreach (Contracts.Runs.RunInfo run in await client.AskAsync((api, token) => api.ListRunsAsync(token), cancellationToken))
        {
            await client.AskAsync(
                async (api, token) =>
                {
                    // A repeated request finds it gone already.
                    if (await api.FindRunAsync(run.Id, token) is not null)
                    {
                        await api.DeleteRunAsync(run.Id, token);
                    }

                    return run;
                },
                cancellationToken);
        }

        await Promises.CheckNothingIsLeftAsync(topology.Redis.Database);
    }

    private void PrintPlan(IReadOnlyList<Fault> plan)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Plan of seed {options.Seed} for {options.Duration.TotalMinutes} minutes, {plan.Count} steps:"));
        foreach (Fault fault in plan)
        {
            output.WriteLine(fault);
        }
    }

    private void PrintTable(FaultInjector injector, RunFeeder feeder, ChaosTopology topology, TimeSpan took, TimeSpan checking)
    {
        output.WriteLine();
        Row("Machine", $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
        Row("Topology", $"redis-server (appendfsync everysec), {ChaosTopology.OrchestratorCount} orchestrators, {ChaosTopology.AgentCount} agents, lease {ChaosTopology.LeaseSeconds} s, {Lanes} runs at once");
        Row("Seed, time", string.Create(CultureInfo.InvariantCulture, $"{options.Seed}, {took.TotalSeconds:F0} s, of it {checking.TotalSeconds:F0} s for the last checks"));
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            Row(kind.ToString(), injector.Done.GetValueOrDefault(kind));
        }

        Row("Faults survived", injector.Done.Values.Sum());
        Row("Steps that met nothing to harm", injector.Missed);
        Row("Bytes cut off the append-only file", topology.Redis.LostBytes);
        Row("Agents and orchestrators started", topology.Agents.Concat(topology.Orchestrators).Sum(program => program.Lives));
        Row("Of their ends by themselves, with an error", topology.Agents.Concat(topology.Orchestrators).Sum(program => program.Crashes));
        Row("Runs", feeder.Runs.Count);
        Row("Runs lost by Redis, submitted again", feeder.Lost);
        Row("Tasks", feeder.Runs.Sum(run => run.Tasks));
        Row("Leases that ran out", feeder.Runs.Sum(run => run.Expired));
        Row("Attempts that failed and were repeated", feeder.Runs.Sum(run => run.Retried));
        Row("Late results refused", topology.Agents.Sum(program => program.Refused));
        Row("Documents compared, all identical", feeder.Runs.Sum(run => run.Thesis.DocumentCount));
        Row("Tasks lost, results accepted twice, keys left", 0);

        void Row(string name, object value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-46} {value}"));
    }
}
