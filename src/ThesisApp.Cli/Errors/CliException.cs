using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Errors;

/// <summary>A failure that the user can do something about.</summary>
internal sealed class CliException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="remedy">What to do about it.</param>
    public CliException(int exitCode, string message, string remedy)
        : base(message)
    {
        ExitCode = exitCode;
        Remedy = remedy;
    }

    /// <summary>Creates the failure from mistakes in input files.</summary>
    public CliException(IReadOnlyList<SpecDiagnostic> diagnostics)
        : this(ExitCodes.BadInput, diagnostics.Count == 1 ? "1 mistake in the input." : $"{diagnostics.Count} mistakes in the input.", "Nothing was started.")
    {
        Diagnostics = diagnostics;
    }

    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy { get; }

    /// <summary>Mistakes in input files, if that is what it is about.</summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; } = [];
}
