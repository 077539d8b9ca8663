namespace ThesisApp.Cli.Commands.Generate;

/// <summary>What was delivered to the output folder.</summary>
/// <param name="Documents">File names.</param>
/// <param name="Summary">Figures of the thesis, or null if the run made no report.</param>
internal sealed record DeliveryResult(IReadOnlyList<string> Documents, ThesisSummary? Summary);
