using System.CommandLine;

namespace ThesisApp.Cli.Commands;

/// <summary>The argument that names a specification.</summary>
internal static class SpecArgument
{
    /// <summary>Creates it.</summary>
    public static Argument<string> Create() => new("SPEC") { Description = "The specification: a YAML file, or a folder with a thesis.yaml in it." };
}
