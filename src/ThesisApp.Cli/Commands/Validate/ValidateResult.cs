using ThesisApp.Core.Specification;

namespace ThesisApp.Cli.Commands.Validate;

/// <summary>What <c>thesis validate --json</c> prints.</summary>
/// <param name="Valid">True if <c>generate</c> would start.</param>
/// <param name="Title">Title of the thesis, or null if the spec is wrong.</param>
/// <param name="Words">Words of the whole body.</param>
/// <param name="Sections">Sections of the outline.</param>
/// <param name="Sources">Source files, relative to the spec.</param>
/// <param name="Diagnostics">Mistakes.</param>
internal sealed record ValidateResult(bool Valid, string? Title, int Words, int Sections, IReadOnlyList<string> Sources, IReadOnlyList<SpecDiagnostic> Diagnostics)
{
    /// <summary>Images of the sources, relative to the spec.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>What would be left out.</summary>
    public IReadOnlyList<SpecDiagnostic> Notices { get; init; } = [];
}
