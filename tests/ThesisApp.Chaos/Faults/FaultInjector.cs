using System.Collections.Concurrent;
using System.Diagnostics;
using StackExchange.Redis;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Chaos.Faults;

/// <summary>Carries the plan out, each step at its time, and heals what was harmed.</summary>
/// <param name="topology">What is harmed.</param>
/// <param name="seed">For what the plan leaves open.</param>
/// <param name="log">Where each step is written down as it is done.</param>
internal sealed class FaultInjector(ChaosTopology topology, int seed, TextWriter log)
{
    private readonly ConcurrentDictionary<FaultKind, int> _done = new();
    private readonly Random _random = new(seed);
    private volatile Fault? _last;
    private int _missed;

    /// <summary>How many of each kind were done.</summary>
    public IReadOnlyDictionary<FaultKind, int> Done => _done;

    /// <summary>Steps that found nothing to harm: the process was just dead.</summary>
    public int Missed => _missed;

    /// <summary>The step that was done last.</summary>
    public Fault? Last => _last;

    /// <summary>Does all steps, and comes back when all is healed.</summary>
    public async Task RunAsync(IReadOnlyList<Fault> plan, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        List<Task> harms = [];
        try
        {
            foreach (Fault fault in plan)
            {
                TimeSpan wait = fault.At - Stopwatch.GetElapsedTime(start);
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, cancellationToken);
                }

                // Steps overlap: a stalled agent may be killed, Redis may die while nobody can reach it. The harms of Redis itself follow one another.
                harms.Add(HarmAsync(fault, start, cancellationToken));
            }
        }
        finally
        {
            await Task.WhenAll(harms);
        }
    }

    private async Task HarmAsync(Fault fault, long start, CancellationToken cancellationToken)
    {
        bool done;
        string remark = string.Empty;
        try
        {
            done = await DoAsync(fault, cancellationToken);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException or OperationCanceledException)
        {
            // The harm could not be done, mostly because of another.
            done = false;
            remark = $" ({exception.GetType().Name})";
        }

        if (done)
        {
            _last = fault;
            _done.AddOrUpdate(fault.Kind, 1, (_, count) => count + 1);
        }
        else
        {
            Interlocked.Increment(ref _missed);
        }

        lock (log)
        {
            log.WriteLine($"{Stopwatch.GetElapsedTime(start).TotalSeconds,7:F1} {(done ? "done  " : "missed")} {fault}{remark}");
            log.Flush();
        }
    }

    private async Task<bool> DoAsync(Fault fault, CancellationToken cancellationToken)
    {
        Supervised agent = topology.Agents[Math.Min(fault.Target, topology.Agents.Count) - 1];
        Supervised orchestrator = topology.Orchestrators[Math.Min(fault.Target, topology.Orchestrators.Count) - 1];
        RedisServer redis = topology.Redis;
        switch (fault.Kind)
        {
            case FaultKind.AgentKilled:
                return await agent.SignalAsync(ProgramSignal.Kill, cancellationToken);
            case FaultKind.AgentStalled:
                return await StallAsync(agent, fault.Lasts, cancellationToken);
            case FaultKind.AgentOutOfMemory:
                return await LimitAsync(agent, ResourceLimit.Memory, ResourceLimit.ReadMemory, fault.Lasts, cancellationToken);
            case FaultKind.AgentDiskFull:
                return await LimitAsync(agent, ResourceLimit.FileSize, _ => 0, fault.Lasts, cancellationToken);
            case FaultKind.OrchestratorKilled:
                return await orchestrator.SignalAsync(ProgramSignal.Kill, cancellationToken);
            case FaultKind.OrchestratorStalled:
                return await StallAsync(orchestrator, fault.Lasts, cancellationToken);
            case FaultKind.RedisKilled:
                await redis.RestartAsync(ProgramSignal.Kill, TimeSpan.Zero, cancellationToken);
                return true;
            case FaultKind.RedisTerminated:
                await redis.RestartAsync(ProgramSignal.Terminate, TimeSpan.Zero, cancellationToken);
                return true;
            case FaultKind.RedisPowerCut:
                await redis.RestartAsync(ProgramSignal.Kill, fault.Lasts, cancellationToken);
                return true;
            case FaultKind.RedisDiskFull:
                await redis.FillDiskAsync(fault.Lasts, cancellationToken);
                return true;
            case FaultKind.RedisMemoryFull:
                await redis.FillMemoryAsync(fault.Lasts, cancellationToken);
                return true;
            case FaultKind.RedisSlow:
                await redis.SleepAsync(fault.Lasts, cancellationToken);
                return true;
            case FaultKind.RedisPaused:
                await redis.PauseClientsAsync(fault.Lasts, cancellationToken);
                return true;
            case FaultKind.ConnectionsCut:
                return await redis.CutConnectionsAsync(fault.Target, _random, cancellationToken) > 0;
            default:
                throw new InvalidOperationException($"Nobody knows how to do {fault.Kind}.");
        }
    }

    private static async Task<bool> StallAsync(Supervised program, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (!await program.SignalAsync(ProgramSignal.Stop, cancellationToken))
        {
            return false;
        }

        await LastAsync(duration, cancellationToken);
        await program.SignalAsync(ProgramSignal.Continue, CancellationToken.None);
        return true;
    }

    private static async Task<bool> LimitAsync(Supervised program, string limit, Func<int, long?> most, TimeSpan duration, CancellationToken cancellationToken)
    {
        if (program.ProcessId is not { } id || most(id) is not { } bytes)
        {
            return false;
        }

        await ResourceLimit.SetAsync(id, limit, bytes, cancellationToken);
        await LastAsync(duration, cancellationToken);
        if (program.ProcessId == id)
        {
            await ResourceLimit.SetAsync(id, limit, null, CancellationToken.None);
        }

        return true;
    }

    // Healing follows in any case: the end of the test only makes the harm shorter.
    private static async Task LastAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(duration, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Healed by the caller.
        }
    }
}
