using System.CommandLine;
using System.CommandLine.Invocation;
using ThesisApp.Cli.Commands;
using ThesisApp.Cli.Commands.Agents;
using ThesisApp.Cli.Commands.Cancel;
using ThesisApp.Cli.Commands.Check;
using ThesisApp.Cli.Commands.Doctor;
using ThesisApp.Cli.Commands.Estimate;
using ThesisApp.Cli.Commands.Export;
using ThesisApp.Cli.Commands.Generate;
using ThesisApp.Cli.Commands.Init;
using ThesisApp.Cli.Commands.Outlines;
using ThesisApp.Cli.Commands.Pause;
using ThesisApp.Cli.Commands.Resume;
using ThesisApp.Cli.Commands.Retry;
using ThesisApp.Cli.Commands.Runs;
using ThesisApp.Cli.Commands.Sections;
using ThesisApp.Cli.Commands.Status;
using ThesisApp.Cli.Commands.Validate;
using ThesisApp.Cli.Commands.Watch;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Help;

namespace ThesisApp.Cli;

/// <summary>The <c>thesis</c> command: parses, runs, and turns every failure into a message and an exit code.</summary>
internal sealed class CliApplication(CliServices services)
{
    /// <summary>Runs one command line.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var parse = CreateRootCommand().Parse(args.Count == 0 ? ["--help"] : args);
        var configuration = new InvocationConfiguration
        {
            Output = services.Terminal.Output,
            Error = services.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        if (parse.Action is ParseErrorAction && parse.CommandResult.Command is RootCommand root && args[0] is [not '-', ..] unknown)
        {
            services.Terminal.Say($"There is no command '{unknown}'. There are {string.Join(", ", root.Subcommands.Select(command => command.Name))}.");
            services.Terminal.Say($"'{CommandPath.Tool} --help' tells what they do.");
            return ExitCodes.BadInput;
        }

        if (parse.Action is ParseErrorAction wrongUsage)
        {
            wrongUsage.ShowHelp = false;
            configuration.Output = services.Terminal.Error;
            await parse.InvokeAsync(configuration, CancellationToken.None);
            services.Terminal.Say($"'{CommandPath.Of(parse.CommandResult)} --help' tells how it is used.");
            return ExitCodes.BadInput;
        }

        if (args.Count == 0)
        {
            configuration.Output = services.Terminal.Error;
            await parse.InvokeAsync(configuration, CancellationToken.None);
            return ExitCodes.BadInput;
        }

        try
        {
            return await parse.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception exception)
        {
            return new ErrorReport(services).Write(exception, asJson: parse.GetValue<bool>("--json"));
        }
    }

    /// <summary>The command tree.</summary>
    public RootCommand CreateRootCommand()
    {
        var root = new RootCommand("Turns a specification and your own sources into a long, cited thesis, written by agents in parallel.")
        {
            new InitCommand(services),
            new ValidateCommand(services),
            new CheckCommand(services),
            new EstimateCommand(services),
            new GenerateCommand(services),
            new RunsCommand(services),
            new StatusCommand(services),
            new WatchCommand(services),
            new CancelCommand(services),
            new PauseCommand(services),
            new ResumeCommand(services),
            new RetryCommand(services),
            new CommandGroup(
                "outline",
                "Look at the outline of a run, approve it, or send an edited one.",
                new OutlineShowCommand(services),
                new OutlineApproveCommand(services),
                new OutlineEditCommand(services)),
            new CommandGroup(
                "section",
                "Look at the sections of a run, edit or lock one, or say what is to be changed in it.",
                new SectionListCommand(services),
                new SectionShowCommand(services),
                new SectionEditCommand(services),
                new SectionLockCommand(services),
                new SectionUnlockCommand(services),
                new SectionCommentCommand(services)),
            new ExportCommand(services),
            new AgentsCommand(services),
            new DoctorCommand(services),
        };
        HelpWithExamples.Attach(root);
        return root;
    }
}
