using System.Collections.Concurrent;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Chaos.Runs;

/// <summary>Keeps several runs going at once, and checks each when it ends.</summary>
/// <param name="client">The orchestrators.</param>
/// <param name="theses">What is submitted, in turn.</param>
/// <param name="redis">The Redis, which may forget its last seconds when it dies.</param>
internal sealed class RunFeeder(PatientClient client, IReadOnlyList<Thesis> theses, RedisServer redis)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<SubmittedRun> _runs = [];
    private int _finished;
    private int _lost;

    /// <summary>Runs that were submitted.</summary>
    public IReadOnlyCollection<SubmittedRun> Runs => _runs;

    /// <summary>Runs that have ended and kept every promise.</summary>
    public int Finished => _finished;

    /// <summary>How often Redis came back without a run, which was submitted again under its key then.</summary>
    public int Lost => _lost;

    /// <summary>Submits one run after the other until no more are wanted, and finishes the last one.</summary>
    /// <param name="lane">Number of the lane.</param>
    /// <param name="enough">Set when no new run is wanted.</param>
    /// <param name="cancellationToken">Ends all.</param>
    public async Task RunLaneAsync(int lane, CancellationToken enough, CancellationToken cancellationToken)
    {
        for (int number = 1; !enough.IsCancellationRequested; number++)
        {
            SubmittedRun run = new(theses[(lane + number) % theses.Count], $"chaos-{lane}-{number}");
            _runs.Enqueue(run);
            await FinishAsync(run, cancellationToken);
            Interlocked.Increment(ref _finished);
        }
    }

    /// <summary>Brings a run to its end, wherever it stands, and checks it.</summary>
    public async Task FinishAsync(SubmittedRun run, CancellationToken cancellationToken)
    {
        while (true)
        {
            int restarts = redis.Restarts;
            bool lost = false;
            try
            {
                // Submitting again what is there finds it.
                run.Id = (await client.AskAsync((api, token) => api.SubmitAsync(run.Thesis.Submission(run.Key), token), cancellationToken)).Id;
                if (await WaitForEndAsync(run.Id, cancellationToken) is { } ended)
                {
                    await Promises.CheckAsync(client, ended, run, cancellationToken);
                    return;
                }

                lost = true;
                throw new PromiseBrokenException($"Run {run.Id} has vanished.");
            }
            catch (Exception exception) when (exception is PromiseBrokenException or ThesisApiException && redis.Restarts != restarts)
            {
                // Redis came back with an older state meanwhile, so what was seen belongs to two histories: look again.
                if (lost)
                {
                    Interlocked.Increment(ref _lost);
                }
            }
            catch (ThesisApiException refusal)
            {
                throw new PromiseBrokenException($"Run {run.Key} was refused: {refusal.Message}");
            }
        }
    }

    // Null if the run is not there any more.
    private async Task<RunInfo?> WaitForEndAsync(string runId, CancellationToken cancellationToken)
    {
        while (true)
        {
            RunInfo? run = await client.AskAsync((api, token) => api.FindRunAsync(runId, token), cancellationToken);
            if (run is null || run.IsFinal)
            {
                return run;
            }

            await Task.Delay(Look, cancellationToken);
        }
    }
}
