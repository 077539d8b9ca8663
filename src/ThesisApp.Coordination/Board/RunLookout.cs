using Microsoft.Extensions.Options;
using ThesisApp.Coordination.Store;

namespace ThesisApp.Coordination.Board;

/// <summary>
/// Looks at the index of active runs now and then, one agent for all of this process: announcements may be lost with a connection, and what is due at a time, such as a retry, nobody announces.
/// </summary>
internal sealed class RunLookout(ActiveRuns activeRuns, WorkSignal signal, IOptions<CoordinationOptions> options, TimeProvider time)
{
    private readonly TimeSpan _interval = options.Value.PollInterval;

    // As a timestamp.
    private long _next = time.GetTimestamp();

    /// <summary>How long it is until the next look.</summary>
    public TimeSpan UntilNext => time.GetElapsedTime(time.GetTimestamp(), Math.Max(time.GetTimestamp(), Interlocked.Read(ref _next)));

    /// <summary>Puts every active run into the rotation.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<string> runs = await activeRuns.ListAsync(cancellationToken);
        foreach (string runId in runs)
        {
            signal.Rotation.Offer(runId);
        }

        signal.Rotation.Keep(runs);
    }

    /// <summary>Looks if it is time to, and then wakes the idle agents.</summary>
    /// <returns>True if this call has looked.</returns>
    public async Task<bool> LookIfDueAsync(CancellationToken cancellationToken)
    {
        long due = Interlocked.Read(ref _next);
        if (time.GetTimestamp() < due || Interlocked.CompareExchange(ref _next, After(_interval), due) != due)
        {
            return false;
        }

        try
        {
            await LookAsync(cancellationToken);
        }
        catch
        {
            LookNoLaterThan(TimeSpan.Zero);
            throw;
        }

        signal.WakeAll();
        return true;
    }

    /// <summary>Brings the next look forward.</summary>
    public void LookNoLaterThan(TimeSpan from)
    {
        long wanted = After(from);
        long planned = Interlocked.Read(ref _next);
        while (wanted < planned)
        {
            long seen = Interlocked.CompareExchange(ref _next, wanted, planned);
            if (seen == planned)
            {
                return;
            }

            planned = seen;
        }
    }

    private long After(TimeSpan span) => time.GetTimestamp() + (long)(span.TotalSeconds * time.TimestampFrequency);
}
