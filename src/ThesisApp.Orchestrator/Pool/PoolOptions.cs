using System.ComponentModel.DataAnnotations;

namespace ThesisApp.Orchestrator.Pool;

/// <summary>How many sandboxes there are, and when.</summary>
internal sealed class PoolOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Pool";

    /// <summary>Name of the pool: the orchestrators that name the same one share it, and must share the place where its sandboxes run. The default value is made from the kind, <c>Sandboxes:Directory</c> and the connection string of Redis: agents that know another password are not adopted.</summary>
    [RegularExpression("^[A-Za-z0-9._-]{1,60}$")]
    public string? Name { get; set; }

    /// <summary>Sandboxes that are kept even if there is nothing to do. The default value is 0.</summary>
    [Range(0, 10_000)]
    public int Min { get; set; }

    /// <summary>Sandboxes at most. The default value is 4.</summary>
    [Range(1, 10_000)]
    public int Max { get; set; } = 4;

    /// <summary>True for a fresh sandbox for each task. The default value is false.</summary>
    public bool Once { get; set; }

    /// <summary>True to bind each sandbox to one run, whose agents are a user of Redis of their own that may touch that run alone; it takes <c>ConnectionStrings:redisUsers</c>. The default value is false.</summary>
    public bool KeepRunsApart { get; set; }

    /// <summary>Work that waits is worth a further sandbox only if it keeps those that there are busy for longer than this: about what starting one costs. The default value is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan Horizon { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a sandbox must have been too many before it is stopped. The default value is 10 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan CoolDown { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time between two looks; news from the board shortens it. The default value is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the orchestrator that looks after the pool may be silent before another does. The default value is 5 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:10:00")]
    public TimeSpan Term { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an agent may not be heard of, from its start on, before its sandbox is ended by force. The default value is 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan Silence { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause after a start that failed; it doubles with each further one. The default value is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause after starts that failed. The default value is 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>True to stop the sandboxes when the orchestrator that looks after them is stopped in order; false, the default value, to leave them to the next.</summary>
    public bool EndsWithOrchestrator { get; set; }
}
