using System.ComponentModel.DataAnnotations;

namespace ThesisApp.Orchestrator.Upkeep;

/// <summary>How often the orchestrator looks after the runs.</summary>
internal sealed class UpkeepOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Upkeep";

    /// <summary>Time between two sweeps. The default value is 1 second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Time between two looks for agents that have died; a task is taken back after two. The default value is 250 milliseconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00")]
    public TimeSpan WatchInterval { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a finished run and its documents are kept; null, the default value, for ever.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "3650.00:00:00")]
    public TimeSpan? Retention { get; set; }
}
