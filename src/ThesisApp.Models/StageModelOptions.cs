namespace ThesisApp.Models;

/// <summary>The model of one stage.</summary>
public sealed class StageModelOptions
{
    /// <summary>Another model of the same endpoint, or null.</summary>
    public string? Model { get; set; }

    /// <summary>The name of another connection string, or null for <c>chat</c>.</summary>
    public string? Connection { get; set; }
}
