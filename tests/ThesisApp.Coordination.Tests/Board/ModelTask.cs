using ThesisApp.Contracts.Runs;
using ThesisApp.Core.Graph;

namespace ThesisApp.Coordination.Tests.Board;

/// <summary>A task of the model.</summary>
internal sealed class ModelTask(TaskDefinition definition)
{
    public TaskDefinition Definition { get; } = definition;

    public TaskState State { get; set; } = TaskState.Waiting;

    public string? Token { get; set; }

    public int Failures { get; set; }

    public bool IsExpired { get; set; }
}
