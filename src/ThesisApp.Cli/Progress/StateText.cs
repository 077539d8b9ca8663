using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Progress;

/// <summary>States as people read them.</summary>
internal static class StateText
{
    /// <summary>A run's state in its colour, as Spectre markup.</summary>
    public static string Of(RunState state) => state switch
    {
        RunState.Running => "[blue]running[/]",
        RunState.Paused => "[yellow]paused[/]",
        RunState.AwaitingApproval => "[yellow]awaits approval[/]",
        RunState.Succeeded => "[green]succeeded[/]",
        RunState.Failed => "[red]failed[/]",
        _ => "[grey]cancelled[/]",
    };

    /// <summary>A run's state as the end of a sentence that begins with the run.</summary>
    public static string Sentence(RunState state) => state switch
    {
        RunState.Running => "is running",
        RunState.Paused => "is paused",
        RunState.AwaitingApproval => "waits for its outline to be approved",
        RunState.Succeeded => "succeeded",
        RunState.Failed => "failed",
        _ => "was cancelled",
    };

    /// <summary>A task's state in its colour, as Spectre markup.</summary>
    public static string Of(TaskState state) => state switch
    {
        TaskState.Waiting => "[grey]waiting[/]",
        TaskState.Ready => "[aqua]ready[/]",
        TaskState.Delayed => "[yellow]delayed[/]",
        TaskState.Leased => "[blue]at work[/]",
        TaskState.Done => "[green]done[/]",
        TaskState.Dead => "[red]dead[/]",
        _ => "[grey]cancelled[/]",
    };
}
