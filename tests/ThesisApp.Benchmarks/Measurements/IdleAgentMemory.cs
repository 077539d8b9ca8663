using System.Globalization;
using ThesisApp.Contracts.Agents;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements;

/// <summary>Resident memory of agents that wait for work.</summary>
internal sealed class IdleAgentMemory : IMeasurement
{
    private const int Agents = 4;
    private const int Samples = 5;
    private const double TargetMegabytes = 90;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public async Task<IReadOnlyList<Result>> RunAsync(TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"\nmemory: VmRSS of {Agents} agents, {Settling.TotalSeconds:F0} s after they said that they are there, {Samples} samples {Interval.TotalSeconds:F0} s apart; then the same after they have written the sample");
        await using AppHostSystem system = await AppHostSystem.StartAsync(new SystemSettings { Agents = Agents, Lease = TimeSpan.FromSeconds(10) }, cancellationToken);
        IReadOnlyList<AgentInfo> agents = await Eventually.GetAsync(
            async token => await system.Runs.ListAgentsAsync(token) is { Count: Agents } all ? all : null, () => "all agents to be there", cancellationToken);

        List<double> fresh = await SampleAsync(output, "never worked", agents, cancellationToken);
        await system.Runs.WaitForEndAsync(await system.Runs.SubmitSampleAsync(cancellationToken), cancellationToken);
        List<double> used = await SampleAsync(output, "after a run", agents, cancellationToken);
        return
        [
            new Result("resident memory of an idle agent that never worked", "MB", fresh, TargetMegabytes),
            new Result("resident memory of an idle agent after a run", "MB", used, TargetMegabytes),
        ];
    }

    private static async Task<List<double>> SampleAsync(TextWriter output, string when, IReadOnlyList<AgentInfo> agents, CancellationToken cancellationToken)
    {
        await Task.Delay(Settling, cancellationToken);
        List<double> medians = [];
        for (int i = 1; i <= Samples; i++)
        {
            double[] megabytes = [.. agents.Select(agent => ProcessTable.ResidentBytes(agent.ProcessId) / (1024.0 * 1024))];
            medians.Add(Statistics.Percentile(megabytes, 0.5));
            await output.WriteLineAsync($"  {when}, sample {i}: {string.Join(", ", megabytes.Select(value => value.ToString("F1", CultureInfo.InvariantCulture)))} MB");
            await Task.Delay(Interval, cancellationToken);
        }

        return medians;
    }
}
