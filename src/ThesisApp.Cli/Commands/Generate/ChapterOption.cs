using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Hosting;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary><c>--per chapter</c>: a sandbox for each chapter.</summary>
internal sealed class ChapterOption
{
    private const string Chapter = "chapter";

    /// <summary>Creates the option.</summary>
    public ChapterOption() => Option.AcceptOnlyFromAmong(Chapter);

    /// <summary>The option.</summary>
    public Option<string?> Option { get; } = new("--per")
    {
        HelpName = Chapter,
        Description = "With --sandbox: a sandbox for each chapter, started when all that the chapter needs is there; its text is in Redis as soon as it is complete, {run:ID}:CHAPTER:content, and in .thesis/output. With --server: the same, if agents are started in sandboxes there.",
    };

    /// <summary>Whether it was asked for.</summary>
    /// <exception cref="CliException">It does not fit the other options.</exception>
    public bool Read(ParseResult parse, PoolRequest? pool, bool isOnServer)
    {
        if (parse.GetValue(Option) is null)
        {
            return false;
        }

        if (pool is null && !isOnServer)
        {
            throw new CliException(ExitCodes.BadInput, "--per chapter is about sandboxes, and --sandbox names none.", "Add --sandbox process, bubblewrap, docker or kubernetes.");
        }

        return pool is not { Once: true } ? true : throw new CliException(ExitCodes.BadInput, "--per chapter is a sandbox for each chapter, --once one for each task.", "Leave one of them out.");
    }
}
