using System.CommandLine;
using ThesisApp.Cli.Errors;
using ThesisApp.Cli.Exporting;
using ThesisApp.Cli.Servers;
using ThesisApp.Cli.Specs;
using ThesisApp.Contracts.Runs;

namespace ThesisApp.Cli.Commands.Generate;

/// <summary><c>thesis generate SPEC --output DIR</c></summary>
internal sealed class GenerateCommand : ThesisCommand
{
    private readonly CliServices _services;

    private readonly Argument<string> _spec = SpecArgument.Create();

    private readonly Option<string> _output = new("--output", "-o") { HelpName = "DIR", Required = true, Description = "Folder for the documents; made if it is not there. Its subfolder .thesis keeps state and logs." };

    private readonly Option<string?> _server = new("--server")
    {
        HelpName = "URL",
        Description = $"Use the orchestrator at this address instead of starting a system ({ServerOption.Variable} does the same).",
    };

    private readonly Option<int> _agents = NumberOption.Create("--agents", "-a", "N", 1, 256, standard: 4, "Agent processes of the system that is started.");

    private readonly Option<string?> _redis = new("--redis")
    {
        HelpName = "CONN",
        Description = "Connection string of the Redis to use (localhost:6379,password=...). Without it: ConnectionStrings__redis from the environment, then the embedded one.",
    };

    private readonly Option<int> _port = NumberOption.Create("--port", "-p", "P", 0, ushort.MaxValue, standard: 0, "Port of the orchestrator that is started; 0 for a free one.");

    private readonly Option<int> _priority = NumberOption.Create("--priority", null, "P", -100, 100, standard: 0, "Beside other runs: one with a higher priority goes first.");

    private readonly Option<int> _weight = NumberOption.Create("--weight", null, "W", 1, 100, standard: 1, "Beside other runs of the same priority: its share of the tasks that are handed out.");

    private readonly Option<int> _maxAgents = NumberOption.Create("--max-agents", null, "N", 0, 1_000_000, standard: 0, "Most tasks of this run that are at work at a time; 0 for any number.");

    private readonly PoolOptionSet _pool = new();

    private readonly ChapterOption _per = new();

    private readonly Option<string?> _approve = new("--approve") { HelpName = "outline", Description = "Plan, then wait until you have approved the outline or edited it: nothing is written before. On a terminal you are asked; else the outline is in outline.yaml, and the exit code is 4." };

    private readonly Option<string?> _outline = new("--outline") { HelpName = "FILE", Description = "Go on with this outline where the run waits for its approval: outline.yaml of the output folder, as it is or edited." };

    private readonly Option<bool> _keep = new("--keep") { Description = "Leave the started system up afterwards, until Ctrl+C." };

    /// <summary>Creates the command.</summary>
    public GenerateCommand(CliServices services)
        : base(
            "generate",
            "Write the thesis. Starts the whole system (Redis, orchestrator, agents), shows how it goes, puts the documents into the output folder and stops the system. If it was interrupted, the same command goes on.",
            ("thesis generate thesis.yaml --output out", "everything on this machine, with 4 agents"),
            ("thesis generate thesis.yaml -o out --agents 8 --redis localhost:6379", "more agents, an existing Redis"),
            ("thesis generate thesis.yaml -o out --sandbox bubblewrap --max 8", "agents shut in, as many as there is work for"),
            ("thesis generate thesis.yaml -o out --sandbox docker --per chapter", "a container for each chapter"),
            ("thesis generate thesis.yaml -o out --approve outline", "plan only, and write the outline to out/outline.yaml"),
            ("thesis generate thesis.yaml -o out --outline out/outline.yaml", "then go on with it, as it is or edited"),
            ("thesis generate thesis.yaml -o out --server http://localhost:5080 --json", "on a running system, result as JSON"))
    {
        _services = services;
        Arguments.Add(_spec);
        Options.Add(_output);
        Options.Add(_server);
        Options.Add(_agents);
        Options.Add(_redis);
        Options.Add(_port);
        Options.Add(_priority);
        Options.Add(_weight);
        Options.Add(_maxAgents);
        _pool.AddTo(this);
        Options.Add(_per.Option);
        _approve.AcceptOnlyFromAmong("outline");
        Options.Add(_approve);
        Options.Add(_outline);
        Options.Add(_keep);
        SetAction((parse, cancellationToken) => ExecuteAsync(parse, cancellationToken));
    }

    private async Task<int> ExecuteAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        var bundle = new SpecFolder(parse.GetRequiredValue(_spec)).Load().OrThrow();
        Notices.Say(_services.Terminal, bundle);
        var named = parse.GetValue(_server) ?? _services.Environment(ServerOption.Variable);
        var server = string.IsNullOrEmpty(named) ? null : ServerOption.Resolve(named, _services.Environment);
        var output = new SafeFolder(parse.GetRequiredValue(_output));
        output.CheckWritable();
        var outline = parse.GetValue(_outline);
        if (outline is not null && !File.Exists(outline))
        {
            throw new CliException(ExitCodes.BadInput, $"There is no file '{outline}'.", "Name the outline that you have edited.");
        }

        var pool = await _pool.ReadAsync(parse, parse.GetValue(_agents), _services.Time, cancellationToken);
        var redis = parse.GetValue(_redis) ?? _services.Environment("ConnectionStrings__redis");
        var request = new GenerateRequest(
            bundle,
            output,
            server,
            parse.GetValue(_agents),
            parse.GetValue(_port),
            string.IsNullOrWhiteSpace(redis) ? null : redis,
            new RunShare(parse.GetValue(_priority), parse.GetValue(_weight), parse.GetValue(_maxAgents) is var most and > 0 ? most : null),
            pool,
            _per.Read(parse, pool, server is not null),
            parse.GetValue(_keep),
            new ApprovalRequest(parse.GetValue(_approve) is not null, outline),
            parse.GetValue(Json));
        return await new GenerateJob(_services, request).RunAsync(cancellationToken);
    }
}
