using System.Text;
using ThesisApp.Contracts.Runs;
using ThesisApp.TestSupport.Programs;

namespace ThesisApp.Benchmarks.Measurements.Speedup;

/// <summary>A real orchestrator and real agents that take as long as a model does.</summary>
internal sealed class SpeedupSystem : IAsyncDisposable
{
    private const int WarmUps = 2;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly SystemSettings _programs;
    private readonly ISpeedupModel _model;
    private readonly LooseSystem _orchestrator;
    private readonly Dictionary<string, ReadOnlyMemory<byte>> _sources;
    private readonly List<ProgramProcess> _agents = [];

    private SpeedupSystem(string redis, ISpeedupModel model, Dictionary<string, ReadOnlyMemory<byte>> sources, bool cache)
    {
        _model = model;
        _sources = sources;
        _programs = new SystemSettings { Redis = redis, Lease = TimeSpan.FromSeconds(10), Cache = cache };
        _orchestrator = new LooseSystem(_programs);
    }

    /// <summary>Starts the orchestrator.</summary>
    public static async Task<SpeedupSystem> StartAsync(string redis, ISpeedupModel model, CancellationToken cancellationToken, bool cache = false) =>
        new(redis, model, await RunsOf.ReadSampleSourcesAsync(cancellationToken), cache);

    /// <summary>Replaces the agents by a number of fresh ones, and lets them work once, without waiting, so that their code is compiled.</summary>
    public async Task UseAgentsAsync(int count, SpeedupThesis thesis, CancellationToken cancellationToken)
    {
        await StopAgentsAsync(cancellationToken);
        Dictionary<string, string> environment = _programs.ToEnvironment(_mark);
        environment.Remove("Agent__Pace");
        for (int i = 0; i < count; i++)
        {
            _agents.Add(_model.StartAgent(thesis, environment));
        }

        await Eventually.GetAsync(
            async token => (await _orchestrator.Runs.ListAgentsAsync(token)).Count == count ? _agents : null,
            () => $"{count} agents to be there; the first wrote:\n{_agents[0].Text}",
            cancellationToken);

        await _model.WaitAsync(thesis, waits: false, cancellationToken);

        // All at once, so that there is work for every agent.
        string[] runs = await Task.WhenAll(Enumerable.Range(0, WarmUps * Math.Max(1, count / 5)).Select(_ => _orchestrator.Runs.SubmitAsync(thesis.ToWarmUp, _sources, cancellationToken)));
        await Task.WhenAll(runs.Select(run => EndAsync(run, cancellationToken)));
        await _model.WaitAsync(thesis, waits: true, cancellationToken);
    }

    /// <summary>Has a thesis written.</summary>
    public async Task<SpeedupRun> WriteAsync(SpeedupThesis thesis, CancellationToken cancellationToken)
    {
        string id = await _orchestrator.Runs.SubmitAsync(Encoding.UTF8.GetBytes(thesis.Yaml), _sources, cancellationToken);
        RunInfo run = await EndAsync(id, cancellationToken);
        return new SpeedupRun((run.FinishedAt!.Value - run.CreatedAt).TotalSeconds, run.CreatedAt, await _orchestrator.Runs.ListTasksAsync(id, cancellationToken));
    }

    /// <summary>Ends everything.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (ProgramProcess agent in _agents)
        {
            await agent.DisposeAsync();
        }

        await _orchestrator.DisposeAsync();
    }

    private async Task StopAgentsAsync(CancellationToken cancellationToken)
    {
        foreach (ProgramProcess agent in _agents)
        {
            await agent.SignalAsync(ProgramSignal.Terminate, cancellationToken);
        }

        foreach (ProgramProcess agent in _agents)
        {
            await agent.WaitForExitAsync(cancellationToken);
            await agent.DisposeAsync();
        }

        _agents.Clear();
    }

    private async Task<RunInfo> EndAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            RunInfo run = await _orchestrator.Runs.FindAsync(id, cancellationToken);
            if (run.IsFinal)
            {
                return run.State == RunState.Succeeded ? run : throw new InvalidOperationException($"The run did not succeed: {run}");
            }

            await Task.Delay(Look, cancellationToken);
        }
    }
}
