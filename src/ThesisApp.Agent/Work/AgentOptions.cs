namespace ThesisApp.Agent.Work;

/// <summary>How an agent presents and paces itself.</summary>
public sealed class AgentOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Agent";

    /// <summary>Identifier, unique for each process. The default value is made from the host's name, the process id and a random part; AGENT_ID sets it too.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Longest time between heartbeats of a task in hand, so that a cancellation is felt soon; a third of the lease if that is shorter. The default value is 1 second.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the agent says that it is there. The default value is 2 seconds.</summary>
    public TimeSpan PresenceInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long giving a task back may take when the agent is stopped. The default value is 5 seconds.</summary>
    public TimeSpan ReleaseTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>True to end after one task: a fresh sandbox for each. The default value is false; <c>--once</c> sets it.</summary>
    public bool Once { get; set; }

    /// <summary>The one run that the agent is bound to: it takes that run's tasks alone, and ends when there are none for a while. Empty, the default value, for an agent of all runs. AGENT_RUN sets it too.</summary>
    public string Run { get; set; } = string.Empty;

    /// <summary>The one chapter of that run that the agent is bound to: it takes that chapter's tasks alone, and ends with it. AGENT_CHAPTER sets it too.</summary>
    public string Chapter { get; set; } = string.Empty;

    /// <summary>A file that the chapter's text is written to, besides the store; empty, the default value, for none. AGENT_OUTPUT sets it too.</summary>
    public string Output { get; set; } = string.Empty;

    /// <summary>How long an agent that is bound to a run or a chapter waits while nothing of it is ready, before it ends and leaves its place to others. The default value is 5 seconds.</summary>
    public TimeSpan ChapterPatience { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Pause in each task before its work, to try out stalls and deaths on quick work. The default value is zero.</summary>
    public TimeSpan Pace { get; set; }
}
