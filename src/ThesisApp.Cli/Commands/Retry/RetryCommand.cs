using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Client;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Retry;

/// <summary><c>thesis retry RUN [TASK | --all]</c></summary>
internal sealed class RetryCommand : RunActionCommand
{
    private readonly Argument<string?> _task = new("TASK")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "Id of one dead letter, as 'thesis status RUN' lists it.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every dead letter of the run." };

    /// <summary>Creates the command.</summary>
    public RetryCommand(CliServices services)
        : base(
            services,
            "retry",
            "Give dead letters new attempts; a failed run goes on. First take away what made them fail: 'thesis status RUN' shows the reasons.",
            ("thesis retry latest --all", "all dead letters of the run that was submitted last"),
            ("thesis retry RUN draft:introduction/background", "one task"))
    {
        Arguments.Add(_task);
        Options.Add(_all);
        Validators.Add(result =>
        {
            if (result.GetValue(_task) is null != result.GetValue(_all))
            {
                result.AddError("Name one TASK or give --all.");
            }
        });
    }

    /// <inheritdoc/>
    protected override async Task<RunInfo> ActAsync(IThesisClient client, RunInfo run, ParseResult parse, CancellationToken cancellationToken)
    {
        if (parse.GetValue(_task) is { } taskId)
        {
            return await client.RetryTaskAsync(run.Id, taskId, cancellationToken);
        }

        var dead = (await client.ListTasksAsync(run.Id, cancellationToken)).Where(task => task.State == TaskState.Dead).ToList();
        if (dead.Count == 0)
        {
            throw new CliException(ExitCodes.BadInput, $"Run '{run.Id}' has no dead letters.", "There is nothing to retry.");
        }

        foreach (var task in dead)
        {
            run = await client.RetryTaskAsync(run.Id, task.Id, cancellationToken);
        }

        return run;
    }
}
