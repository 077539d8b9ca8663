namespace ThesisApp.Core.Graph;

/// <summary>What a task may need beside other tasks: the word of a person.</summary>
public static class TaskGates
{
    /// <summary>The user's approval of the outline. It stands among a task's needs like a task's id, and no task can be called so.</summary>
    public const string Approval = "@approval";

    /// <summary>Every gate.</summary>
    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal) { Approval };
}
