namespace ThesisApp.Orchestrator.Pool;

/// <summary>Holds starts back after some have failed: each failure in a row doubles the pause, one success ends it.</summary>
internal sealed class StartPause(PoolOptions options, TimeProvider time)
{
    private const int MostDoublings = 20;

    private int _failures;
    private long _since;
    private TimeSpan _pause;

    /// <summary>Whether a start may be tried now.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;

    /// <summary>How long it still lasts.</summary>
    public TimeSpan Left => _failures == 0 ? TimeSpan.Zero : _pause - time.GetElapsedTime(_since);

    /// <summary>Notes a failure; several of one batch are one.</summary>
    /// <returns>The pause, if this began one.</returns>
    public TimeSpan? Fail()
    {
        if (!IsOver)
        {
            return null;
        }

        double ceiling = Math.Min(options.LongestPause.TotalMilliseconds, options.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(_failures, MostDoublings)));

        // Half of it is fixed and half is random, so that pools that fail together do not try together.
        _pause = TimeSpan.FromMilliseconds((ceiling / 2) + (Random.Shared.NextDouble() * ceiling / 2));
        _failures++;
        _since = time.GetTimestamp();
        return _pause;
    }

    /// <summary>Notes that one has worked.</summary>
    public void Succeed() => _failures = 0;
}
