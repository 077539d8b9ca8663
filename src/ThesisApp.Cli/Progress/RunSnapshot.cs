using ThesisApp.Contracts.Agents;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>A run at one moment.</summary>
/// <param name="Run">The run.</param>
/// <param name="Tasks">Its tasks.</param>
/// <param name="Agents">Agents that have been seen lately, whatever they work for.</param>
internal sealed record RunSnapshot(RunInfo Run, IReadOnlyList<TaskInfo> Tasks, IReadOnlyList<AgentInfo> Agents)
{
    // Until the plan is there, what is known is the small beginning of the whole.
    private const double PartBeforePlan = 0.1;
    private const string PlanKind = "plan";

    /// <summary>True once the plan is there: with it come most tasks.</summary>
    public bool IsPlanned => HasPlan(Tasks);

    /// <summary>How much is done, from 0 to 1. It does not fall back when the plan brings the other tasks.</summary>
    public double Fraction
    {
        get
        {
            var counts = Run.Tasks;
            var fraction = counts.Total == 0 ? 0 : (counts.Done + Tasks.Where(task => task.State == TaskState.Leased).Sum(task => Math.Clamp(task.Progress, 0, 1))) / counts.Total;
            return IsPlanned ? fraction : fraction * PartBeforePlan;
        }
    }

    /// <summary>True if none of the tasks is a plan that is still to be made.</summary>
    public static bool HasPlan(IReadOnlyList<TaskInfo> tasks) => tasks.All(task => task.Kind != PlanKind || task.State == TaskState.Done);
}
