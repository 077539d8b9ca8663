using ThesisApp.Cli.Errors;
using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Specs;

/// <summary>What came of reading a specification.</summary>
/// <param name="Bundle">Everything, or null if there is a mistake.</param>
/// <param name="Diagnostics">All mistakes.</param>
internal sealed record SpecLoadResult(SpecBundle? Bundle, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    /// <summary>The inputs.</summary>
    /// <exception cref="CliException">There is a mistake; the exception has them all.</exception>
    public SpecBundle OrThrow() => Bundle ?? throw new CliException(Diagnostics);
}
