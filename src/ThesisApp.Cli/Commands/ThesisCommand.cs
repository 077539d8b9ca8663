using System.CommandLine;

namespace ThesisApp.Cli.Commands;

/// <summary>A subcommand that has examples in its help.</summary>
internal abstract class ThesisCommand : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="name">What the user types.</param>
    /// <param name="description">What it does, in a sentence or two.</param>
    /// <param name="examples">Command lines with what they do.</param>
    protected ThesisCommand(string name, string description, params (string CommandLine, string Purpose)[] examples)
        : base(name, description)
    {
        Examples = examples;
        Options.Add(Json);
    }

    /// <summary>Command lines with what they do.</summary>
    public IReadOnlyList<(string CommandLine, string Purpose)> Examples { get; }

    /// <summary>True for output that scripts read.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Write the result as JSON on standard output, for scripts." };
}
