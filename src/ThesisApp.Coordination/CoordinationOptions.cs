namespace ThesisApp.Coordination;

/// <summary>Timing of the task board.</summary>
public sealed class CoordinationOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Coordination";

    /// <summary>How long a lease lasts without a heartbeat. The default value is 10 seconds.</summary>
    public TimeSpan LeaseDuration { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an idle agent looks for work that no wake-up told it of. The default value is 1 second.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long an agent may take one short task after another from the same run, in one round trip each, before it asks the run whose turn is next. A task that lasts longer ends the turn; either counts as one turn of the run's share. Zero: each
    /// task is a turn. The default value is 20 milliseconds.
    /// </summary>
    public TimeSpan TurnLength { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Pause before the second attempt; it doubles with each further one, with jitter. The default value is 500 milliseconds.</summary>
    public TimeSpan RetryBaseDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause between attempts. The default value is 1 minute.</summary>
    public TimeSpan RetryMaxDelay { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a result is offered again and again to a store that cannot be reached. The default value is 10 minutes.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a cached result is kept after its last use; zero for no cache. The default value is 7 days.</summary>
    public TimeSpan CacheRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long an agent that is no longer heard of stays on the list. The default value is 30 seconds.</summary>
    public TimeSpan AgentRetention { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The one run that this process's user of the store may touch: it does without what runs share there (the index of active ones, tasks that are handed over, the cache), and sees of other agents nothing. Empty, the default value, for a
    /// user of all runs.
    /// </summary>
    public string OnlyRun { get; set; } = string.Empty;

    /// <summary>Whether there is such a run.</summary>
    internal bool IsBound => OnlyRun.Length > 0;
}
