namespace ThesisApp.Benchmarks.Ours;

/// <summary>Kinds of tasks that the contender knows; the same as the peers'.</summary>
internal static class TaskKind
{
    /// <summary>Gives its subject back.</summary>
    public const string Noop = "noop";

    /// <summary>Gives the time of its start.</summary>
    public const string Timestamp = "ts";

    /// <summary>Gives its subject back; part of a graph.</summary>
    public const string Section = "section";

    /// <summary>Reads what it needs.</summary>
    public const string Join = "join";

    /// <summary>Reads what it needs, and is the last of its run.</summary>
    public const string Last = "last";

    /// <summary>Waits for its subject's number of milliseconds.</summary>
    public const string Sleep = "sleep";
}
