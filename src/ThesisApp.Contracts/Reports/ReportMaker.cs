namespace ThesisApp.Contracts.Reports;

/// <summary>What made a text.</summary>
/// <param name="Name">The writer's name, or the models'.</param>
/// <param name="Version">Version of the code.</param>
/// <param name="Prompts">Versions of the prompts; none where no model was asked.</param>
public sealed record ReportMaker(string Name, string Version, IReadOnlyList<string> Prompts)
{
    /// <summary>Why it was this one where a model was to do it; null where it was the one that was asked.</summary>
    public string? Reason { get; init; }
}
