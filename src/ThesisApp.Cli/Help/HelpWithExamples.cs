using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ThesisApp.Cli.Commands;

namespace ThesisApp.Cli.Help;

/// <summary>The usual help, followed by examples and the exit codes.</summary>
internal sealed class HelpWithExamples(HelpAction inner) : SynchronousCommandLineAction
{
    private static readonly (string CommandLine, string Purpose)[] FirstSteps =
    [
        ("thesis init my-thesis", "write a starter specification with an example source"),
        ("thesis validate my-thesis/thesis.yaml", "find every mistake before anything starts"),
        ("thesis generate my-thesis/thesis.yaml --output out", "write the thesis"),
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a command tree this help.</summary>
    public static void Attach(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var (commandLine, purpose) in parseResult.CommandResult.Command is ThesisCommand command ? command.Examples : FirstSteps)
        {
            output.WriteLine($"  # {purpose}");
            output.WriteLine($"  {commandLine}");
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine("  0 success   1 the run ended with dead letters or failed checks   2 wrong usage or input");
        output.WriteLine("  3 the system could not be reached or started   4 the outline waits for approval   130 Ctrl+C");
        return exitCode;
    }
}
