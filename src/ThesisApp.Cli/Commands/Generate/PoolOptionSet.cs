using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Hosting;
using ThesisApp.Sandboxes;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary>The options of <c>generate</c> that are about sandboxes.</summary>
internal sealed class PoolOptionSet
{
    private const int Most = 256;

    private readonly Option<string?> _kind = SandboxOption.Create("Start each agent in a sandbox of this kind; 'thesis doctor' tells what each withholds here. Without it agents are plain processes.");

    private readonly Option<bool> _once = new("--once") { Description = "With --sandbox: a fresh sandbox for every task." };

    private readonly Option<int?> _min = Number("--min", 0, "With --sandbox: sandboxes that are kept even if there is nothing to do; 0 if left out.");

    private readonly Option<int?> _max = Number("--max", 1, "With --sandbox: sandboxes at most; as many as --agents if left out.");

    private readonly Option<string?> _image = new("--image") { HelpName = "IMAGE", Description = "With --sandbox docker: the image of the containers; .NET's own if left out. With --sandbox kubernetes: the image that the agent is in; thesis-agent:local if left out." };

    private readonly Option<bool> _agentInImage = new("--agent-in-image") { Description = "With --sandbox docker: containers run the agent that is in their image (deploy/Dockerfile), not the one of this machine; the image is thesis-agent:local then, unless --image names one." };

    private readonly Option<string?> _namespace = new("--namespace") { HelpName = "NAME", Description = "With --sandbox kubernetes: the namespace of the pods; that of the current context if left out." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _kind, _once, _min, _max, _image, _agentInImage, _namespace })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was asked for; null if no sandbox was.</summary>
    /// <exception cref="CliException">It does not fit together, or cannot be had on this machine.</exception>
    public async Task<PoolRequest?> ReadAsync(ParseResult parse, int agents, TimeProvider time, CancellationToken cancellationToken)
    {
        if (parse.GetValue(_kind) is not { } kind)
        {
            var alone = new Option[] { _once, _min, _max, _image, _agentInImage, _namespace }.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false });
            return alone is null ? null : throw new CliException(ExitCodes.BadInput, $"{alone.Name} is about sandboxes, and --sandbox names none.", $"Add --sandbox {string.Join('|', SandboxKinds.All)}.");
        }

        if (parse.GetResult("--server") is { Tokens.Count: > 0 })
        {
            throw new CliException(ExitCodes.BadInput, "--sandbox is for the system that is started here; with --server the one that runs there has its own.", "Leave one of them out.");
        }

        var min = parse.GetValue(_min) ?? 0;
        var max = parse.GetValue(_max) ?? Math.Max(agents, min);
        if (min > max)
        {
            throw new CliException(ExitCodes.BadInput, $"--min is {min}, more than --max, {max}.", "Let --max be the larger one.");
        }

        var launcher = SandboxLaunchers.Create(new SandboxOptions { Kind = kind, Namespace = parse.GetValue(_namespace) }, time);
        await using var disposable = launcher as IAsyncDisposable;
        var report = await launcher.ExamineAsync(cancellationToken);
        return report.IsAvailable
            ? new PoolRequest(kind, min, max, parse.GetValue(_once), parse.GetValue(_image), parse.GetValue(_agentInImage), parse.GetValue(_namespace))
            : throw new CliException(ExitCodes.Unreachable, $"There can be no {kind} sandboxes here: {report.Reason}", "'thesis doctor' tells which can be had.");
    }

    private static Option<int?> Number(string name, int least, string description)
    {
        var option = new Option<int?>(name) { HelpName = "N", Description = description };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && (!int.TryParse(text, out var number) || number < least || number > Most))
            {
                result.AddError($"{name} takes a whole number from {least} to {Most}.");
            }
        });
        return option;
    }
}
