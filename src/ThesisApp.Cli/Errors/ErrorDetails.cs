using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Errors;

/// <summary>What went wrong.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Diagnostics">Mistakes in input files.</param>
internal sealed record ErrorDetails(int ExitCode, string Message, string Remedy, IReadOnlyList<SpecDiagnostic> Diagnostics);
