using System.Globalization;

namespace ThesisApp.Chaos.Faults;

/// <summary>One step of the plan.</summary>
/// <param name="Step">Its number, from 1.</param>
/// <param name="At">When it is done, from the plan's beginning.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Target">To which agent or orchestrator, or to how many connections.</param>
/// <param name="Lasts">For how long, or how much of the append-only file a power cut takes.</param>
internal sealed record Fault(int Step, TimeSpan At, FaultKind Kind, int Target, TimeSpan Lasts)
{
    public override string ToString()
    {
        string target = Kind switch
        {
            FaultKind.AgentKilled or FaultKind.AgentStalled or FaultKind.AgentOutOfMemory or FaultKind.AgentDiskFull => $" agent-{Target}",
            FaultKind.OrchestratorKilled or FaultKind.OrchestratorStalled => $" orchestrator-{Target}",
            FaultKind.ConnectionsCut => $" {Target} connections",
            _ => string.Empty,
        };
        string lasts = Lasts > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $" {Lasts.TotalSeconds:F1} s") : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"step {Step,4} at {At.TotalSeconds,7:F1} s: {Kind}{target}{lasts}");
    }
}
