using System.CommandLine;
using System.CommandLine.Parsing;

namespace ThesisApp.Cli.Help;

/// <summary>The words that lead to a command.</summary>
internal static class CommandPath
{
    /// <summary>The name of the tool, as a user types it.</summary>
    public const string Tool = "thesis";

    /// <summary><c>thesis</c>, or <c>thesis generate</c>.</summary>
    public static string Of(CommandResult result) => result.Command is RootCommand ? Tool : $"{Tool} {result.Command.Name}";
}
