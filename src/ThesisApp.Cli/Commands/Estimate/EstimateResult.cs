using ThesisApp.Core.Planning;

namespace ThesisApp.Cli.Commands.Estimate;

/// <summary>What <c>thesis estimate --json</c> prints.</summary>
/// <param name="Title">Title of the thesis.</param>
/// <param name="Words">Words of the whole body.</param>
/// <param name="Sections">Sections.</param>
/// <param name="Calls">Calls of models.</param>
/// <param name="InputTokens">Tokens sent.</param>
/// <param name="OutputTokens">Tokens received.</param>
/// <param name="Cost">Money, or null where no prices were given.</param>
/// <param name="Agents">Agents that the time is for.</param>
/// <param name="Seconds">Time with so many agents.</param>
/// <param name="Stages">The same by stage.</param>
internal sealed record EstimateResult(
    string Title, int Words, int Sections, double Calls, long InputTokens, long OutputTokens, decimal? Cost, int Agents, double Seconds, IReadOnlyList<StageEstimate> Stages);
